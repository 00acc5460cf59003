//! What a page draws: its signs with their places, and the lines that may be those of a table.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Fault;
use super::file::File;
use super::font::Font;
use super::matrix::Matrix;
use super::object::{Dict, Lexer, Object, is_blank};
use super::sheet::{Glyph, Sheet, Stroke};

/// Most operators of all pages.
const MOST_STEPS: usize = 20_000_000;
/// What a drawing kept aside counts for.
const PART_STEPS: usize = 100;
/// Drawings within drawings.
const MOST_DEPTH: usize = 12;
/// States kept aside at a time.
const MOST_STATES: usize = 256;
/// Operands before an operator.
const MOST_OPERANDS: usize = 64;
/// Fonts kept ready.
const MOST_FONTS: usize = 2_000;

/// What is set by operators and kept aside by `q`.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
    mode: f64,
}

/// Draws pages; keeps fonts from one to the next.
pub(super) struct Painter<'a> {
    file: &'a File<'a>,
    fonts: BTreeMap<u32, Rc<Font>>,
    steps: usize,
}

/// One drawing: of a page, or of a part that it draws.
struct Drawing<'a> {
    resources: &'a Dict,
    state: State,
    kept: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// Paths not yet painted, each as its corners.
    paths: Vec<Vec<[f64; 2]>>,
}

impl<'a> Painter<'a> {
    pub const fn new(file: &'a File<'a>) -> Self {
        Self {
            file,
            fonts: BTreeMap::new(),
            steps: 0,
        }
    }

    /// Draws a page onto a sheet.
    pub fn page(
        &mut self,
        content: &[u8],
        resources: &Dict,
        sheet: &mut Sheet,
    ) -> Result<(), Fault> {
        self.draw(content, resources, Matrix::IDENTITY, 0, sheet)
    }

    fn draw(
        &mut self,
        content: &[u8],
        resources: &Dict,
        matrix: Matrix,
        depth: usize,
        sheet: &mut Sheet,
    ) -> Result<(), Fault> {
        let mut drawing = Drawing {
            resources,
            state: State {
                matrix,
                font: None,
                size: 0.0,
                letter_space: 0.0,
                word_space: 0.0,
                stretch: 1.0,
                leading: 0.0,
                rise: 0.0,
                mode: 0.0,
            },
            kept: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            paths: Vec::new(),
        };
        let mut lexer = Lexer::new(content, 0);
        let mut given: Vec<Object> = Vec::new();
        loop {
            lexer.skip_blanks();
            if lexer.at >= content.len() {
                return Ok(());
            }
            match lexer.object().ok_or(Fault::Damaged)? {
                Object::Word(word) => {
                    self.steps += 1;
                    if self.steps > MOST_STEPS {
                        return Err(Fault::TooLarge);
                    }
                    if word == b"ID" {
                        skip_image(&mut lexer);
                        sheet.image(drawing.state.matrix);
                    } else if word == b"Do" {
                        let name = given.last().and_then(Object::name).unwrap_or_default();
                        self.steps += PART_STEPS;
                        self.part(&drawing, name, depth, sheet)?;
                    } else {
                        self.step(&mut drawing, &word, &given, sheet)?;
                    }
                    given.clear();
                }
                object if given.len() < MOST_OPERANDS => given.push(object),
                _ => return Err(Fault::Damaged),
            }
        }
    }

    /// A drawing or a picture that is kept aside under a name.
    fn part(
        &mut self,
        drawing: &Drawing<'_>,
        name: &[u8],
        depth: usize,
        sheet: &mut Sheet,
    ) -> Result<(), Fault> {
        let Some(reference) = &self.file.entry(drawing.resources, b"XObject", name) else {
            return Ok(());
        };
        let object = self.file.resolve(reference);
        let dict = object.dict().ok_or(Fault::Damaged)?;
        match self.file.of(dict, b"Subtype").name() {
            Some(b"Image") => sheet.image(drawing.state.matrix),
            Some(b"Form") => {
                if depth >= MOST_DEPTH {
                    return Err(Fault::TooLarge);
                }
                let (dict, content) = self.file.stream(reference)?;
                let own = Matrix::of(&self.file.numbers(&dict, b"Matrix"));
                let matrix = own.unwrap_or(Matrix::IDENTITY).then(drawing.state.matrix);
                let resources = match self.file.of(&dict, b"Resources") {
                    Object::Dict(own) => own,
                    _ => drawing.resources.clone(),
                };
                self.draw(&content, &resources, matrix, depth + 1, sheet)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn font(&mut self, resources: &Dict, name: &[u8]) -> Result<Option<Rc<Font>>, Fault> {
        let font = self.file.entry(resources, b"Font", name);
        font.map(|reference| self.font_of(&reference)).transpose()
    }

    fn font_of(&mut self, reference: &Object) -> Result<Rc<Font>, Fault> {
        let number = match reference {
            Object::Ref(number) => Some(*number),
            _ => None,
        };
        if let Some(known) = number.and_then(|number| self.fonts.get(&number)) {
            return Ok(Rc::clone(known));
        }
        let object = self.file.resolve(reference);
        let dict = object.dict().ok_or(Fault::Damaged)?;
        let font = Rc::new(Font::read(self.file, dict)?);
        if self.fonts.len() >= MOST_FONTS {
            self.fonts.clear();
        }
        if let Some(number) = number {
            self.fonts.insert(number, Rc::clone(&font));
        }
        Ok(font)
    }

    fn step(
        &mut self,
        drawing: &mut Drawing<'_>,
        word: &[u8],
        given: &[Object],
        sheet: &mut Sheet,
    ) -> Result<(), Fault> {
        let numbers: Vec<f64> = given.iter().filter_map(Object::number).collect();
        let first = numbers.first().copied().unwrap_or_default();
        let pair = |from: usize| {
            let of = |index: usize| numbers.get(index).copied().unwrap_or_default();
            [of(from), of(from + 1)]
        };
        let text = || given.last().and_then(Object::text).unwrap_or_default();
        let state = &mut drawing.state;
        match word {
            b"q" => {
                if drawing.kept.len() >= MOST_STATES {
                    return Err(Fault::TooLarge);
                }
                drawing.kept.push(state.clone());
            }
            b"Q" => {
                if let Some(kept) = drawing.kept.pop() {
                    drawing.state = kept;
                }
            }
            b"cm" => {
                if let Some(matrix) = Matrix::of(&numbers) {
                    state.matrix = matrix.then(state.matrix);
                }
            }
            b"gs" => {
                let name = given.last().and_then(Object::name).unwrap_or_default();
                let set = self.file.entry(drawing.resources, b"ExtGState", name);
                let set = set.map_or(Object::Null, |set| self.file.resolve(&set));
                let font = set
                    .dict()
                    .map_or(Object::Null, |set| self.file.of(set, b"Font"));
                if let Some([font, size]) = font.array() {
                    state.font = Some(self.font_of(font)?);
                    state.size = size.number().unwrap_or_default();
                }
            }
            b"BT" => (drawing.text, drawing.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            b"Tc" => state.letter_space = first,
            b"Tw" => state.word_space = first,
            b"Tz" => state.stretch = first / 100.0,
            b"TL" => state.leading = first,
            b"Ts" => state.rise = first,
            b"Tr" => state.mode = first,
            b"Tf" => {
                let name = given.first().and_then(Object::name).unwrap_or_default();
                state.size = first;
                state.font = self.font(drawing.resources, name)?;
            }
            b"Td" => drawing.move_line(pair(0)),
            b"TD" => {
                let [x, y] = pair(0);
                state.leading = -y;
                drawing.move_line([x, y]);
            }
            b"Tm" => {
                if let Some(matrix) = Matrix::of(&numbers) {
                    (drawing.text, drawing.line) = (matrix, matrix);
                }
            }
            b"T*" => drawing.next_line(),
            b"Tj" => drawing.show(text(), sheet)?,
            b"'" => {
                drawing.next_line();
                drawing.show(text(), sheet)?;
            }
            b"\"" => {
                let [word, letter] = pair(0);
                (state.word_space, state.letter_space) = (word, letter);
                drawing.next_line();
                drawing.show(text(), sheet)?;
            }
            b"TJ" => {
                for item in given.last().and_then(Object::array).unwrap_or_default() {
                    match item {
                        Object::Text(text) => drawing.show(text, sheet)?,
                        Object::Number(back) => {
                            let state = &drawing.state;
                            let step = -back / 1000.0 * state.size * state.stretch;
                            drawing.text = Matrix::moved(step, 0.0).then(drawing.text);
                        }
                        _ => {}
                    }
                }
            }
            b"m" => drawing.corner(pair(0), true),
            b"l" => drawing.corner(pair(0), false),
            b"c" => drawing.corner(pair(4), false),
            b"v" | b"y" => drawing.corner(pair(2), false),
            b"h" => drawing.close(),
            b"re" => {
                let ([x, y], [width, height]) = (pair(0), pair(2));
                drawing.corner([x, y], true);
                drawing.corner([x + width, y], false);
                drawing.corner([x + width, y + height], false);
                drawing.corner([x, y + height], false);
                drawing.close();
            }
            b"s" | b"b" | b"b*" => {
                drawing.close();
                drawing.paint(true, sheet);
            }
            b"S" | b"B" | b"B*" => drawing.paint(true, sheet),
            b"f" | b"F" | b"f*" => drawing.paint(false, sheet),
            b"n" => drawing.paths.clear(),
            _ => {}
        }
        Ok(())
    }
}

impl Drawing<'_> {
    fn move_line(&mut self, [x, y]: [f64; 2]) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    fn next_line(&mut self) {
        self.move_line([0.0, -self.state.leading]);
    }

    fn show(&mut self, text: &[u8], sheet: &mut Sheet) -> Result<(), Fault> {
        let state = &self.state;
        let Some(font) = &state.font else {
            // Without its font nothing says what the codes stand for.
            return if text.is_empty() {
                Ok(())
            } else {
                Err(Fault::Damaged)
            };
        };
        for sign in font.signs(text) {
            let scale = Matrix([
                state.size * state.stretch,
                0.0,
                0.0,
                state.size,
                0.0,
                state.rise,
            ]);
            let shown = scale.then(self.text).then(state.matrix);
            let mut step = sign.width * state.size + state.letter_space;
            if sign.is_space {
                step += state.word_space;
            }
            let [x, y] = shown.apply([0.0, 0.0]);
            let [end_x, end_y] = shown.apply([sign.width, 0.0]);
            let [top_x, top_y] = shown.apply([0.0, 1.0]);
            sheet.glyph(Glyph {
                start: [x, y],
                end: [end_x, end_y],
                up: [top_x - x, top_y - y],
                letters: sign.letters,
                is_hidden: state.mode == 3.0 || state.mode == 7.0,
            })?;
            self.text = Matrix::moved(step * state.stretch, 0.0).then(self.text);
        }
        Ok(())
    }

    fn corner(&mut self, at: [f64; 2], begins: bool) {
        let at = self.state.matrix.apply(at);
        match self.paths.last_mut() {
            Some(path) if !begins => path.push(at),
            _ => self.paths.push(vec![at]),
        }
    }

    fn close(&mut self) {
        if let Some(path) = self.paths.last_mut() {
            path.extend(path.first().copied());
        }
    }

    /// Stroked paths are lines of a table by each side, filled ones where they are thin.
    fn paint(&mut self, is_stroke: bool, sheet: &mut Sheet) {
        for path in std::mem::take(&mut self.paths) {
            if is_stroke {
                for (from, to) in path.iter().zip(path.iter().skip(1)) {
                    sheet.stroke(Stroke::between(*from, *to));
                }
            } else {
                sheet.stroke(Stroke::around(&path));
            }
        }
    }
}

/// Goes behind the data of a picture that stands among the operators.
fn skip_image(lexer: &mut Lexer<'_>) {
    let start = lexer.at;
    let data = lexer.bytes.get(start..).unwrap_or_default();
    let is_end = |at: &usize| {
        let around = data.get(*at..at + 4).unwrap_or_default();
        match around {
            [before, b'E', b'I', after] => is_blank(*before) && is_blank(*after),
            _ => false,
        }
    };
    let end = (0..data.len()).find(is_end);
    lexer.at = start + end.map_or(data.len(), |end| end + 3);
}
