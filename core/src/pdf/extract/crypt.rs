//! Files locked with an empty password for reading, as most are that only forbid changes: any reader opens them so. The
//! ways of locking are those of ISO 32000.

use sha2::{Digest, Sha256, Sha384, Sha512};

use super::Fault;
use super::aes::{self, Aes};
use super::md5::md5;
use super::object::{Dict, Object};

enum Way {
    /// Nothing is locked but the file says it is.
    None,
    Rc4,
    Aes128,
    Aes256,
}

pub(super) struct Key {
    way: Way,
    bytes: Vec<u8>,
}

/// What a password is filled up with.
const FILLING: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08,
    0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];

impl Key {
    /// The key for the empty password.
    ///
    /// # Errors
    /// There is another password, or another way of locking than those of the standard.
    pub fn open(
        dict: &Dict,
        id: &[u8],
        resolve: impl Fn(&Object) -> Object,
    ) -> Result<Self, Fault> {
        let of = |key: &[u8]| dict.get(key).map_or(Object::Null, &resolve);
        let count = |key: &[u8]| of(key).count().unwrap_or_default();
        if of(b"Filter").name() != Some(b"Standard") {
            return Err(Fault::Locked);
        }
        let (version, revision) = (count(b"V"), count(b"R"));
        let way = match version {
            1 | 2 => Way::Rc4,
            4 | 5 => filter(dict, &resolve)?,
            _ => return Err(Fault::Locked),
        };
        let (owner, user) = (of(b"O"), of(b"U"));
        let owner = owner.text().ok_or(Fault::Damaged)?;
        let user = user.text().ok_or(Fault::Damaged)?;
        if version == 5 {
            let wrapped = of(b"UE");
            let wrapped = wrapped.text().ok_or(Fault::Damaged)?;
            let bytes = of_256_bits(user, wrapped, revision)?;
            return Ok(Self { way, bytes });
        }
        let length = match version {
            1 => 5,
            4 => 16,
            _ => of(b"Length").count().map_or(5, |bits| bits as usize / 8),
        };
        if !(5..=16).contains(&length) {
            return Err(Fault::Damaged);
        }
        let mut text = FILLING.to_vec();
        text.extend(owner.iter().take(32));
        text.extend(permissions(&of(b"P")).to_le_bytes());
        text.extend(id);
        if revision >= 4 && of(b"EncryptMetadata") == Object::Bool(false) {
            text.extend([0xff; 4]);
        }
        let mut sum = md5(&text);
        if revision >= 3 {
            for _ in 0..50 {
                sum = md5(sum.get(..length).unwrap_or(&sum));
            }
        }
        let bytes = sum.get(..length).unwrap_or(&sum).to_vec();
        if is_key(&bytes, user, id, revision) {
            Ok(Self { way, bytes })
        } else {
            Err(Fault::Locked)
        }
    }

    /// The bytes of a stream; `None` where they are damaged.
    pub fn unlock(&self, bytes: &[u8], number: u32, generation: u16) -> Option<Vec<u8>> {
        let own = |salt: &[u8]| {
            let mut text = self.bytes.clone();
            text.extend(number.to_le_bytes().iter().take(3));
            text.extend(generation.to_le_bytes());
            text.extend(salt);
            let length = (self.bytes.len() + 5).min(16);
            md5(&text).into_iter().take(length).collect::<Vec<u8>>()
        };
        match self.way {
            Way::None => Some(bytes.to_vec()),
            Way::Rc4 => Some(rc4(&own(&[]), bytes)),
            Way::Aes128 => aes::unlock(&Aes::new(&own(b"sAlT")), bytes),
            Way::Aes256 => aes::unlock(&Aes::new(&self.bytes), bytes),
        }
    }
}

/// The way that streams are locked in by a file that names several.
fn filter(dict: &Dict, resolve: &impl Fn(&Object) -> Object) -> Result<Way, Fault> {
    let of = |dict: &Dict, key: &[u8]| dict.get(key).map_or(Object::Null, resolve);
    let name = of(dict, b"StmF");
    let name = name.name().unwrap_or(b"Identity");
    if name == b"Identity" {
        return Ok(Way::None);
    }
    let filters = of(dict, b"CF");
    let filter = filters
        .dict()
        .map_or(Object::Null, |filters| of(filters, name));
    let method = filter
        .dict()
        .map_or(Object::Null, |filter| of(filter, b"CFM"));
    match method.name() {
        Some(b"V2") => Ok(Way::Rc4),
        Some(b"AESV2") => Ok(Way::Aes128),
        Some(b"AESV3") => Ok(Way::Aes256),
        Some(b"None") => Ok(Way::None),
        _ => Err(Fault::Locked),
    }
}

/// What may be done with the file, as the 32 bits that it is.
#[allow(
    clippy::cast_possible_truncation,
    reason = "checked to be within 32 bits"
)]
const fn permissions(object: &Object) -> i32 {
    match object.number() {
        Some(number) if number >= -2_147_483_648.0 && number < 4_294_967_296.0 => {
            number as i64 as i32
        }
        _ => 0,
    }
}

/// Whether it makes of the filling, or of the file's identifier, what the file says.
fn is_key(key: &[u8], user: &[u8], id: &[u8], revision: u32) -> bool {
    if revision < 3 {
        return rc4(key, &FILLING) == user;
    }
    let mut text = FILLING.to_vec();
    text.extend(id);
    let mut sum = md5(&text).to_vec();
    for round in 0..20 {
        let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
        sum = rc4(&key, &sum);
    }
    user.get(..16) == Some(&sum)
}

fn of_256_bits(user: &[u8], wrapped: &[u8], revision: u32) -> Result<Vec<u8>, Fault> {
    let part = |from: usize, to: usize| user.get(from..to).ok_or(Fault::Damaged);
    let (check, salt, salt_of_key) = (part(0, 32)?, part(32, 40)?, part(40, 48)?);
    let hash = |salt: &[u8]| match revision {
        5 => Sha256::digest(salt).to_vec(),
        _ => hardened(salt),
    };
    if hash(salt) != check {
        return Err(Fault::Locked);
    }
    let wrapped = wrapped.get(..32).ok_or(Fault::Damaged)?;
    Ok(aes::plain(&Aes::new(&hash(salt_of_key)), wrapped, &[0; 16]))
}

/// The hash of ISO 32000-2 (algorithm 2.B) for the empty password: at least 64 rounds, on and on until one ends low.
fn hardened(salt: &[u8]) -> Vec<u8> {
    let mut key = Sha256::digest(salt).to_vec();
    // No byte is above what the last round allows.
    for round in 0..300_usize {
        let text = key.repeat(64);
        let (first, second) = key.split_at(16);
        let start = second.first_chunk().copied().unwrap_or_default();
        let locked = aes::lock(&Aes::new(first), &text, &start);
        let remainder: u32 = locked.iter().take(16).map(|byte| u32::from(*byte)).sum();
        key = match remainder % 3 {
            0 => Sha256::digest(&locked).to_vec(),
            1 => Sha384::digest(&locked).to_vec(),
            _ => Sha512::digest(&locked).to_vec(),
        };
        let last = locked.last().copied().unwrap_or_default();
        if round >= 63 && usize::from(last) + 31 <= round {
            break;
        }
    }
    key.truncate(32);
    key
}

fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut state: [u8; 256] = std::array::from_fn(|index| u8::try_from(index).unwrap_or_default());
    let at =
        |state: &[u8; 256], index: u8| state.get(usize::from(index)).copied().unwrap_or_default();
    let mut j = 0_u8;
    for (index, byte) in (0..=255_u8).zip(key.iter().cycle()) {
        j = j.wrapping_add(at(&state, index)).wrapping_add(*byte);
        state.swap(usize::from(index), usize::from(j));
    }
    let (mut i, mut j) = (0_u8, 0_u8);
    let mut next = |byte: &u8| {
        i = i.wrapping_add(1);
        j = j.wrapping_add(at(&state, i));
        state.swap(usize::from(i), usize::from(j));
        byte ^ at(&state, at(&state, i).wrapping_add(at(&state, j)))
    };
    bytes.iter().map(&mut next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rc4_is_as_published() {
        assert_eq!(rc4(b"Key", b"Plaintext")[..4], [0xbb, 0xf3, 0x16, 0xe8]);
    }
}
