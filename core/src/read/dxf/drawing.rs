//! What a drawing holds: closed outlines, open lines, and what is left aside.

use std::f64::consts::PI;

use super::{
    super::{LIMIT_CORNERS, ReadError, name::beginning},
    arc,
    groups::{Group, Groups, unescape},
    joining::{Path, is_same},
};
use crate::boundary::{Position, Ring};
use crate::progress::done;

/// A drawing, read.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    /// `$INSUNITS`.
    pub unit: u32,
    /// Closed rings with their layers.
    pub rings: Vec<(String, Ring)>,
    /// Not drawn out: mostly they are signs around a point.
    circles: Vec<Outline>,
    pub paths: Vec<Path>,
    /// Arcs within rings and paths.
    pub arcs: usize,
    /// Ellipses and smooth lines.
    pub curves: usize,
    /// Texts, points, meshes and whatever else.
    pub others: usize,
    /// Names of the blocks that are placed, each once.
    pub blocks: Vec<String>,
    /// Corners of the smallest closed line that is no area.
    pub too_few: Option<usize>,
    corners: usize,
}

/// Names of blocks that are kept.
const LIMIT_BLOCKS: usize = 5;

/// Flags of a polyline (group 70) and of its vertices.
const CLOSED: u32 = 1;
const MESH: u32 = 16 | 64;
const SPLINE_FRAME: u32 = 16;

pub(super) fn read(text: &str) -> Result<Drawing, ReadError> {
    let mut groups = Groups::new(text);
    let mut drawing = Drawing::default();
    let mut section = "";
    loop {
        let group = groups.next()?;
        match (group.code, group.value) {
            (0, "EOF") => return Ok(drawing),
            (0, "SECTION") => section = "",
            (2, name) if section.is_empty() => section = name,
            (0, "ENDSEC") => section = "none",
            (9, "$INSUNITS") if section == "HEADER" => {
                if let Some(value) = groups.within()? {
                    drawing.unit = value.bits();
                }
            }
            (0, kind) if section == "ENTITIES" => drawing.entity(kind, &mut groups)?,
            _ => {}
        }
    }
}

/// A corner of a polyline and the bend of the edge after it.
#[derive(Debug, Clone, Copy)]
struct Corner {
    position: Position,
    bulge: f64,
}

/// What the groups of a line say about it.
#[derive(Debug)]
struct Outline {
    layer: String,
    flags: u32,
    corners: Vec<Corner>,
    /// The third axis, which way up the plane of the line is.
    normal: f64,
    is_on_paper: bool,
}

impl Drawing {
    fn entity(&mut self, kind: &str, groups: &mut Groups<'_>) -> Result<(), ReadError> {
        match kind {
            "LWPOLYLINE" => {
                let outline = self.light(groups)?;
                self.add(outline)
            }
            "POLYLINE" => {
                let outline = self.heavy(groups)?;
                self.add(outline)
            }
            "LINE" => self.line(groups),
            "ARC" => self.arc(groups),
            "CIRCLE" => self.circle(groups),
            "INSERT" => self.insert(groups),
            "SPLINE" | "ELLIPSE" | "HELIX" => {
                self.curves += 1;
                Ok(())
            }
            _ => {
                self.others += 1;
                Ok(())
            }
        }
    }

    fn light(&mut self, groups: &mut Groups<'_>) -> Result<Outline, ReadError> {
        let mut outline = Outline::new();
        let mut x = None;
        while let Some(group) = groups.within()? {
            match (group.code, x) {
                (10, _) => x = Some(group.number()?),
                (20, Some(east)) => {
                    outline.push([east, group.number()?]);
                    self.count(1)?;
                    x = None;
                }
                (42, _) => outline.bend(group.number()?),
                _ => outline.take(&group)?,
            }
        }
        // A corner without its second coordinate.
        match x {
            Some(_) => Err(groups.bad()),
            None => Ok(outline),
        }
    }

    /// The old kind, whose corners are entities of their own.
    fn heavy(&mut self, groups: &mut Groups<'_>) -> Result<Outline, ReadError> {
        let mut outline = Outline::new();
        while let Some(group) = groups.within()? {
            outline.take(&group)?;
        }
        loop {
            let group = groups.next()?;
            if group.begins("SEQEND") {
                while groups.within()?.is_some() {}
                return Ok(outline);
            }
            if !group.begins("VERTEX") {
                groups.put_back(group);
                return Err(groups.bad());
            }
            let (mut x, mut y, mut bulge, mut flags) = (None, None, 0.0, 0);
            while let Some(group) = groups.within()? {
                match group.code {
                    10 => x = Some(group.number()?),
                    20 => y = Some(group.number()?),
                    42 => bulge = group.number()?,
                    70 => flags = group.bits(),
                    _ => {}
                }
            }
            let (Some(x), Some(y)) = (x, y) else {
                return Err(groups.bad());
            };
            // Corners that only pull a smoothed line are none of it.
            if flags & SPLINE_FRAME == 0 {
                outline.push([x, y]);
                outline.bend(bulge);
                self.count(1)?;
            }
        }
    }

    fn line(&mut self, groups: &mut Groups<'_>) -> Result<(), ReadError> {
        let mut outline = Outline::new();
        let mut ends = [[None; 2]; 2];
        let [[x0, y0], [x1, y1]] = &mut ends;
        while let Some(group) = groups.within()? {
            match group.code {
                10 => *x0 = Some(group.number()?),
                20 => *y0 = Some(group.number()?),
                11 => *x1 = Some(group.number()?),
                21 => *y1 = Some(group.number()?),
                // A line is given in the coordinates of the world, whatever its plane.
                210 | 220 | 230 => {}
                _ => outline.take(&group)?,
            }
        }
        let [[Some(x0), Some(y0)], [Some(x1), Some(y1)]] = ends else {
            return Err(groups.bad());
        };
        outline.push([x0, y0]);
        outline.push([x1, y1]);
        self.count(2)?;
        self.add(outline)
    }

    fn arc(&mut self, groups: &mut Groups<'_>) -> Result<(), ReadError> {
        let mut outline = Outline::new();
        let [mut x, mut y, mut radius, mut from, mut to] = [None; 5];
        while let Some(group) = groups.within()? {
            match group.code {
                10 => x = Some(group.number()?),
                20 => y = Some(group.number()?),
                40 => radius = Some(group.number()?),
                50 => from = Some(group.number()?),
                51 => to = Some(group.number()?),
                _ => outline.take(&group)?,
            }
        }
        let (Some(x), Some(y), Some(radius), Some(from), Some(to)) = (x, y, radius, from, to)
        else {
            return Err(groups.bad());
        };
        let end = |degrees: f64| {
            let (sin, cos) = libm::sincos(degrees * PI / 180.0);
            [x + radius * cos, y + radius * sin]
        };
        // Counter-clockwise, from the first angle to the second one.
        let angle = (to - from).rem_euclid(360.0) * PI / 180.0;
        outline.push(end(from));
        outline.bend(libm::tan(angle / 4.0));
        outline.push(end(to));
        self.count(2)?;
        self.add(outline)
    }

    /// Two half circles.
    fn circle(&mut self, groups: &mut Groups<'_>) -> Result<(), ReadError> {
        let mut outline = Outline::new();
        let [mut x, mut y, mut radius] = [None; 3];
        while let Some(group) = groups.within()? {
            match group.code {
                10 => x = Some(group.number()?),
                20 => y = Some(group.number()?),
                40 => radius = Some(group.number()?),
                _ => outline.take(&group)?,
            }
        }
        let (Some(x), Some(y), Some(radius)) = (x, y, radius) else {
            return Err(groups.bad());
        };
        for side in [radius, -radius] {
            outline.push([x + side, y]);
            outline.bend(1.0);
        }
        outline.flags = CLOSED;
        self.circles.push(outline);
        self.count(2)
    }

    pub(super) const fn circles(&self) -> usize {
        self.circles.len()
    }

    /// Takes the circles as rings.
    pub(super) fn draw_circles(&mut self) -> Result<(), ReadError> {
        let circles = std::mem::take(&mut self.circles);
        circles.into_iter().try_for_each(|circle| self.add(circle))
    }

    fn insert(&mut self, groups: &mut Groups<'_>) -> Result<(), ReadError> {
        while let Some(group) = groups.within()? {
            if group.code == 2 && self.blocks.len() < LIMIT_BLOCKS {
                let name = unescape(beginning(group.value));
                if !self.blocks.contains(&name) {
                    self.blocks.push(name);
                }
            }
        }
        Ok(())
    }

    fn count(&mut self, corners: usize) -> Result<(), ReadError> {
        self.corners += corners;
        done(corners);
        if self.corners > LIMIT_CORNERS {
            return Err(ReadError::TooManyCorners {
                limit: LIMIT_CORNERS,
            });
        }
        Ok(())
    }

    /// Keeps a line as a ring or a path, its arcs drawn out.
    fn add(&mut self, outline: Outline) -> Result<(), ReadError> {
        // Paper, meshes, and planes that are not level.
        let is_level = (outline.normal.abs() - 1.0).abs() < 1e-6;
        if outline.is_on_paper || outline.flags & MESH != 0 || !is_level {
            self.others += 1;
            return Ok(());
        }
        let [first, last] = [outline.corners.first(), outline.corners.last()]
            .map(|corner| corner.map(|corner| corner.position));
        let comes_back =
            outline.corners.len() > 2 && first.zip(last).is_some_and(|(a, b)| is_same(a, b));
        let is_closed = outline.flags & CLOSED != 0 || comes_back;
        let corners = outline.corners.len() - usize::from(comes_back);
        // Two arcs go round something, two straight lines do not.
        let bends = outline
            .corners
            .iter()
            .any(|corner| arc::is_bent(corner.bulge));
        let least = if bends { 2 } else { 3 };
        if is_closed && corners < least {
            self.others += 1;
            self.too_few = Some(self.too_few.map_or(corners, |known| known.min(corners)));
            return Ok(());
        }
        let mut drawn: Ring = Vec::with_capacity(corners + 1);
        let next = outline.corners.iter().cycle().skip(1);
        let edges = if is_closed {
            corners
        } else {
            corners.saturating_sub(1)
        };
        for (corner, next) in outline.corners.iter().zip(next).take(edges) {
            drawn.push(corner.position);
            let between = arc::between(corner.position, next.position, corner.bulge);
            self.arcs += usize::from(!between.is_empty());
            self.count(between.len())?;
            drawn.extend(between);
        }
        drawn.extend(if is_closed { first } else { last });
        // Seen from below, left and right are exchanged.
        if outline.normal < 0.0 {
            for [x, _] in &mut drawn {
                *x = -*x;
            }
        }
        if is_closed {
            self.rings.push((outline.layer, drawn));
        } else {
            self.paths.push(Path {
                layer: outline.layer,
                corners: drawn,
            });
        }
        Ok(())
    }
}

impl Outline {
    const fn new() -> Self {
        Self {
            layer: String::new(),
            flags: 0,
            corners: Vec::new(),
            normal: 1.0,
            is_on_paper: false,
        }
    }

    /// Groups that all kinds of lines share.
    fn take(&mut self, group: &Group<'_>) -> Result<(), ReadError> {
        match group.code {
            8 => self.layer = unescape(beginning(group.value)),
            67 => self.is_on_paper = group.value == "1",
            70 => self.flags = group.bits(),
            230 => self.normal = group.number()?,
            _ => {}
        }
        Ok(())
    }

    fn push(&mut self, position: Position) {
        self.corners.push(Corner {
            position,
            bulge: 0.0,
        });
    }

    fn bend(&mut self, bulge: f64) {
        if let Some(corner) = self.corners.last_mut() {
            corner.bulge = bulge;
        }
    }
}
