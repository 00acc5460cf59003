// The sentences that stand for a class of errors of the manifest.

const SENTENCES = {
  EMPTY_FILE: ['empty'],
  CORRUPT_ARCHIVE: ['archive'],
  ENCRYPTED_ARCHIVE: ['archive_encrypted'],
  TOO_LARGE_UNPACKED: ['unpacked'],
  TOO_MANY_ENTRIES: ['archive_many'],
  NO_BOUNDARY_IN_ARCHIVE: ['archive_none'],
  UNSUPPORTED_FORMAT: [
    'format', 'not_geojson', 'not_kml', 'not_table', 'html', 'image', 'binary', 'office', 'office_old', 'dxf_binary', 'archive_packing',
    'shapefile_part', 'surface', 'curve',
  ],
  BAD_ENCODING: ['encoding'],
  BAD_JSON: ['json'],
  BAD_XML: ['xml'],
  BAD_WKT: ['wkt'],
  DTD_NOT_ALLOWED: ['dtd'],
  TOO_DEEP: ['deep'],
  CORRUPT_FILE: ['corrupt', 'dxf'],
  BAD_COORDINATES: [
    'coordinate_missing', 'coordinate_text', 'cell_blank', 'cell', 'sheet_blank', 'sheet_cell', 'corner', 'depth', 'not_parted', 'no_shell',
  ],
  COORDINATES_OUT_OF_RANGE: ['range', 'range_of'],
  NO_POLYGON: ['no_corners', 'no_polygon.one', 'no_polygon.other', 'blocks', 'link', 'curves.one', 'curves.other'],
  TOO_FEW_POINTS: ['few.one', 'few.other'],
  UNKNOWN_CRS: ['system', 'system_blank', 'zone'],
};

/** Told as a fault of the boundary that was read. */
const PROBLEMS = {
  SELF_INTERSECTION: ['crossing'],
  PARTS_OVERLAP: ['overlap', 'side_by_side'],
  TOO_COMPLEX: ['complex'],
  TOO_FEW_POINTS: ['few.one', 'few.other'],
  OUTSIDE_VIET_NAM: ['abroad', 'far'],
};

/** Keys of the texts for these classes. */
export const refusals = (classes) => classes.flatMap((name) => [
  ...(SENTENCES[name] ?? []).map((key) => `boundary.failed.${key}`),
  ...(PROBLEMS[name] ?? []).map((key) => `boundary.problem.${key}`),
]);
