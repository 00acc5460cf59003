//! The file as a set of numbered objects. They are found by going through the whole file once, as readers do with a damaged
//! one: its own table of contents is not believed, so none can lead in circles, and of an object written several times the
//! last one counts, as in every file that was added to.

use std::collections::BTreeMap;

use super::Fault;
use super::crypt::Key;
use super::filter::{Budget, decode};
use super::object::{Dict, Lexer, Object};
use super::words::{data_start, find, heading};

/// Most objects of a file.
const MOST_OBJECTS: usize = 500_000;
/// Most bytes unpacked of all streams together; each is held only while it is looked at, but for those of objects.
const MOST_UNPACKED: usize = 256 * 1024 * 1024;
/// Most bytes of the streams that other objects are packed in.
const MOST_PACKED: usize = 64 * 1024 * 1024;
/// Most bytes read again and objects copied, so that no file makes much of little.
const MOST_EFFORT: usize = 1_000_000_000;
/// References that lead to a reference.
const MOST_STEPS: usize = 8;
/// Ends of a stream that are looked at where its length stands behind it.
const MOST_ENDS: usize = 16;

/// Where an object stands.
#[derive(Clone, Copy)]
struct Place {
    /// Number of the unpacked stream that it is in, from 1 on; 0 for the file itself.
    stream: u32,
    at: usize,
    /// Its data where it is a stream, in the file.
    data: Option<(usize, usize)>,
    generation: u16,
    /// Where it is written in the file, for the last one to count.
    order: usize,
}

pub(super) struct File<'a> {
    bytes: &'a [u8],
    places: BTreeMap<u32, Place>,
    packed: Vec<Vec<u8>>,
    trailer: Dict,
    key: Option<Key>,
    budget: Budget,
    /// Bytes and objects that may still be gone through.
    effort: Budget,
}

impl<'a> File<'a> {
    /// Finds the objects of a file.
    ///
    /// # Errors
    /// It is damaged, too large or locked with a password.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut file = Self {
            bytes,
            places: BTreeMap::new(),
            packed: Vec::new(),
            trailer: Dict::default(),
            key: None,
            budget: Budget::new(MOST_UNPACKED),
            effort: Budget::new(MOST_EFFORT),
        };
        let packed = file.scan()?;
        if let Some(locked) = file.trailer.get(b"Encrypt") {
            let locked = file.resolve(locked);
            let locked = locked.dict().ok_or(Fault::Damaged)?;
            let id = file.trailer.get(b"ID").map(|id| file.resolve(id));
            let first = id.as_ref().and_then(Object::array).and_then(<[_]>::first);
            let id = first.and_then(Object::text).unwrap_or_default();
            file.key = Some(Key::open(locked, id, |object| file.resolve(object))?);
        }
        for number in packed {
            file.unpack(number)?;
        }
        Ok(file)
    }

    /// Goes through the file; the numbers of streams that other objects are packed in.
    fn scan(&mut self) -> Result<Vec<(u32, usize)>, Fault> {
        let bytes = self.bytes;
        let mut packed = Vec::new();
        let mut at = 0;
        let mut last_end = 0;
        let mut tail_at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            if rest.starts_with(b"%%EOF") {
                tail_at = at;
                at += 5;
            } else if rest.starts_with(b"trailer") {
                let mut lexer = Lexer::new(bytes, at + 7);
                at += 7;
                if let Some(Object::Dict(dict)) = lexer.object() {
                    self.add_trailer(dict);
                    at = lexer.at;
                }
            } else if rest.starts_with(b"obj")
                && let Some((number, generation)) = heading(bytes, at)
            {
                let mut lexer = Lexer::new(bytes, at + 3);
                let mut place = Place {
                    stream: 0,
                    at: lexer.at,
                    data: None,
                    generation,
                    order: at,
                };
                let object = lexer.object();
                at += 3;
                if object.is_some() {
                    at = at.max(lexer.at);
                }
                if let Some(Object::Dict(dict)) = &object
                    && let Some(start) = data_start(bytes, lexer.at)
                {
                    let end = self.data_end(dict, start).ok_or(Fault::Damaged)?;
                    place.data = Some((start, end));
                    at = end;
                    if dict.has_type(b"XRef") {
                        self.add_trailer(dict.clone());
                    } else if dict.has_type(b"ObjStm") {
                        packed.push((number, place.order));
                    }
                } else if let Some(Object::Dict(dict)) = &object
                    && dict.has_type(b"Catalog")
                    && self.trailer.get(b"Root").is_none()
                {
                    let root = (b"Root".to_vec(), Object::Ref(number));
                    self.trailer.0.push(root);
                }
                self.places.insert(number, place);
                if self.places.len() > MOST_OBJECTS {
                    return Err(Fault::TooLarge);
                }
                last_end = at;
            } else {
                at += 1;
            }
        }
        // A file whose end is missing may lack the last change of what it shows.
        if tail_at < last_end {
            return Err(Fault::Damaged);
        }
        Ok(packed)
    }

    /// What a later trailer says counts more.
    fn add_trailer(&mut self, dict: Dict) {
        for key in [&b"Root"[..], b"Encrypt", b"ID"] {
            if let Some(value) = dict.get(key) {
                self.trailer.0.retain(|(name, _)| name != key);
                self.trailer.0.push((key.to_vec(), value.clone()));
            }
        }
    }

    /// The end of a stream's data: by its length where `endstream` follows there, else before the next `endstream`.
    fn data_end(&self, dict: &Dict, start: usize) -> Option<usize> {
        let length = dict.get(b"Length")?;
        let is_end = |end: usize| {
            let mut lexer = Lexer::new(self.bytes, end);
            lexer.skip_blanks();
            self.bytes
                .get(lexer.at..)?
                .starts_with(b"endstream")
                .then_some(end)
        };
        let by_length = |length: Object| {
            let length = usize::try_from(length.count()?).ok()?;
            is_end(start.checked_add(length)?)
        };
        match length {
            Object::Ref(number) => {
                if let Some(end) = by_length(self.get(*number)) {
                    return Some(end);
                }
                // Its length mostly stands right behind it.
                let mut from = start;
                for _ in 0..MOST_ENDS {
                    let end = find(self.bytes, from, b"endstream")?;
                    from = end + 9;
                    let behind = find(self.bytes, from, b" obj").map(|at| at + 1);
                    let length = behind
                        .filter(|at| heading(self.bytes, *at).is_some_and(|(it, _)| it == *number))
                        .and_then(|at| Lexer::new(self.bytes, at + 3).object());
                    if let Some(end) = length.and_then(by_length) {
                        return Some(end);
                    }
                }
            }
            plain => {
                if let Some(end) = by_length(plain.clone()) {
                    return Some(end);
                }
            }
        }
        find(self.bytes, start, b"endstream")
    }

    /// Takes in the objects of a stream that holds some.
    fn unpack(&mut self, (number, order): (u32, usize)) -> Result<(), Fault> {
        // Written anew later on, it counts there.
        let place = self
            .places
            .get(&number)
            .filter(|place| place.order == order);
        let Some(place) = place.copied() else {
            return Ok(());
        };
        let object = self.object_at(&place);
        let dict = object
            .as_ref()
            .and_then(Object::dict)
            .ok_or(Fault::Damaged)?;
        let bytes = self.data(number, &place, dict)?;
        let held: usize = self.packed.iter().map(Vec::len).sum();
        if held + bytes.len() > MOST_PACKED {
            return Err(Fault::TooLarge);
        }
        let number = |key: &[u8]| dict.get(key).and_then(|it| self.resolve(it).count());
        let (Some(count), Some(first)) = (number(b"N"), number(b"First")) else {
            return Err(Fault::Damaged);
        };
        let mut lexer = Lexer::new(&bytes, 0);
        let mut found = Vec::new();
        for _ in 0..count {
            let mut next = || lexer.object().and_then(|it| it.count());
            let (Some(number), Some(offset)) = (next(), next()) else {
                return Err(Fault::Damaged);
            };
            found.push((number, first.saturating_add(offset) as usize));
        }
        self.packed.push(bytes);
        let stream = u32::try_from(self.packed.len()).map_err(|_| Fault::TooLarge)?;
        for (number, at) in found {
            let place = Place {
                stream,
                at,
                data: None,
                generation: 0,
                order,
            };
            if self
                .places
                .get(&number)
                .is_none_or(|old| old.order <= order)
            {
                self.places.insert(number, place);
            }
        }
        if self.places.len() > MOST_OBJECTS {
            return Err(Fault::TooLarge);
        }
        Ok(())
    }

    fn object_at(&self, place: &Place) -> Option<Object> {
        let bytes = match place.stream.checked_sub(1) {
            None => self.bytes,
            Some(index) => self.packed.get(index as usize)?,
        };
        let mut lexer = Lexer::new(bytes, place.at);
        let object = lexer.object();
        self.effort.spend(lexer.at - place.at.min(lexer.at)).ok()?;
        object
    }

    /// It was given up because it makes too much work.
    pub fn is_too_large(&self) -> bool {
        self.effort.is_spent()
    }

    /// The object of this number; null where there is none.
    pub fn get(&self, number: u32) -> Object {
        let object = self
            .places
            .get(&number)
            .and_then(|place| self.object_at(place));
        object.unwrap_or(Object::Null)
    }

    /// The object that a reference leads to, or the object itself.
    pub fn resolve(&self, object: &Object) -> Object {
        let mut number = match object {
            Object::Ref(number) => *number,
            plain if self.effort.spend(plain.weight()).is_ok() => return plain.clone(),
            _ => return Object::Null,
        };
        for _ in 0..MOST_STEPS {
            match self.get(number) {
                Object::Ref(next) => number = next,
                other => return other,
            }
        }
        Object::Null
    }

    /// What stands under a key, followed.
    pub fn of(&self, dict: &Dict, key: &[u8]) -> Object {
        dict.get(key)
            .map_or(Object::Null, |value| self.resolve(value))
    }

    /// A dictionary under a key; an empty one where there is none. That of a stream too.
    pub fn dict(&self, dict: &Dict, key: &[u8]) -> Dict {
        match self.of(dict, key) {
            Object::Dict(dict) => dict,
            _ => Dict::default(),
        }
    }

    /// What bears a name in a dictionary under a key, not followed.
    pub fn entry(&self, dict: &Dict, key: &[u8], name: &[u8]) -> Option<Object> {
        let found = match dict.get(key)? {
            Object::Dict(named) => named.get(name)?.clone(),
            other => self.resolve(other).dict()?.get(name)?.clone(),
        };
        self.effort.spend(found.weight()).ok()?;
        Some(found)
    }

    pub fn number(&self, dict: &Dict, key: &[u8]) -> Option<f64> {
        self.of(dict, key).number()
    }

    /// The numbers of an array.
    pub fn numbers(&self, dict: &Dict, key: &[u8]) -> Vec<f64> {
        let array = self.of(dict, key);
        let items = array.array().unwrap_or_default();
        items
            .iter()
            .filter_map(|item| self.resolve(item).number())
            .collect()
    }

    /// The first dictionary of the document.
    pub fn root(&self) -> Result<Dict, Fault> {
        let root = self.dict(&self.trailer, b"Root");
        if root.get(b"Pages").is_none() {
            return Err(Fault::Damaged);
        }
        Ok(root)
    }

    /// A stream's bytes, unlocked and unpacked.
    ///
    /// # Errors
    /// There is no such stream, or it is damaged or too large.
    pub fn stream(&self, reference: &Object) -> Result<(Dict, Vec<u8>), Fault> {
        let Object::Ref(mut number) = *reference else {
            return Err(Fault::Damaged);
        };
        for _ in 0..MOST_STEPS {
            let place = self.places.get(&number).ok_or(Fault::Damaged)?;
            match self.object_at(place) {
                Some(Object::Ref(next)) => number = next,
                Some(Object::Dict(dict)) => {
                    let bytes = self.data(number, place, &dict)?;
                    return Ok((dict, bytes));
                }
                _ => break,
            }
        }
        Err(Fault::Damaged)
    }

    fn data(&self, number: u32, place: &Place, dict: &Dict) -> Result<Vec<u8>, Fault> {
        let (start, end) = place.data.ok_or(Fault::Damaged)?;
        let raw = self.bytes.get(start..end).ok_or(Fault::Damaged)?;
        self.budget.spend(raw.len())?;
        let resolve = |object: &Object| self.resolve(object);
        match &self.key {
            Some(key) => {
                let raw = key
                    .unlock(raw, number, place.generation)
                    .ok_or(Fault::Damaged)?;
                decode(dict, &raw, &self.budget, resolve)
            }
            None => decode(dict, raw, &self.budget, resolve),
        }
    }
}
