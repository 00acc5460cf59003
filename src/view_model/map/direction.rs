use cluster_ready_core::boundary::Position;

/// The eight winds, from north on clockwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wind {
    North,
    NorthEast,
    East,
    SouthEast,
    South,
    SouthWest,
    West,
    NorthWest,
}

/// Which way one place lies from another, both in longitude and latitude and not far apart.
pub fn wind([from_lon, from_lat]: Position, [to_lon, to_lat]: Position) -> Wind {
    let east = (to_lon - from_lon) * f64::midpoint(from_lat, to_lat).to_radians().cos();
    let north = to_lat - from_lat;
    // Eighths of a turn, 0 around north.
    let eighths = (east.atan2(north).to_degrees() / 45.0)
        .round()
        .rem_euclid(8.0);
    match eighths {
        n if n < 0.5 => Wind::North,
        n if n < 1.5 => Wind::NorthEast,
        n if n < 2.5 => Wind::East,
        n if n < 3.5 => Wind::SouthEast,
        n if n < 4.5 => Wind::South,
        n if n < 5.5 => Wind::SouthWest,
        n if n < 6.5 => Wind::West,
        _ => Wind::NorthWest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn winds_go_around() {
        let from = [106.0, 21.0];
        for (to, expected) in [
            ([106.0, 22.0], Wind::North),
            ([107.0, 22.0], Wind::NorthEast),
            ([107.0, 21.0], Wind::East),
            ([106.0, 20.0], Wind::South),
            ([105.0, 21.0], Wind::West),
            ([105.0, 22.0], Wind::NorthWest),
            ([105.99, 22.0], Wind::North),
        ] {
            assert_eq!(wind(from, to), expected, "{to:?}");
        }
    }
}
