"""Makes the hostile PDF files of this folder: `python make_hostile.py FOLDER`. Each is about one table of three corners."""

import sys
import zlib
from pathlib import Path

OUT = Path(sys.argv[1])
TABLE = (
    b"BT /F 12 Tf 50 700 Td (1   2431200.15   455310.42) Tj 0 -20 Td (2   2431388.70   455702.11) Tj"
    b" 0 -20 Td (3   2431301.05   456055.90) Tj ET\n"
)


def file(objects, more=b""):
    data, places = b"%PDF-1.5\n", {}
    for number, text in objects:
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    size = max(places) + 1
    entries = b"".join(b"%010d 00000 %s \n" % (places.get(i, 0), b"n" if i in places else b"f") for i in range(size))
    return data + b"xref\n0 %d\n%strailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, entries, size, more, len(data))


def stream(data, entries=b""):
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def page(content=TABLE, entries=b"", more=(), resources=b"/Font<</F 5 0 R>>", contents=b"4 0 R", kids=b"3 0 R"):
    return [
        (1, b"<</Type/Catalog/Pages 2 0 R>>"),
        (2, b"<</Type/Pages/Kids[%s]/Count 1>>" % kids),
        (3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %s/Resources<<%s>>>>" % (contents, resources)),
        (4, stream(content, entries)),
        (5, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"),
        *more,
    ]


def form(content, resources=b""):
    return stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<%s>>" % resources)


def blanks(megabytes):
    """Packed twice, so that the file itself is small."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(megabytes)) + packer.flush()
    return zlib.compress(once, 9)


packed = zlib.compress(TABLE, 9)
flipped = bytearray(packed)
flipped[len(packed) // 2] ^= 0x55
twice = b"/Filter[/FlateDecode/FlateDecode]"
laughing = [(10 + i, form(b"/A Do " * 10, b"/XObject<</A %d 0 R>>" % (11 + i))) for i in range(10)]
composite = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</W[%s]>>]/ToUnicode 7 0 R>>" % (b"0 65535 5 " * 2000)
ranges = stream(zlib.compress(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange " * 5000, 9), b"/Filter/FlateDecode")
lines = b"".join(b"%d 0 m %d 900 l S 0 %d m 900 %d l S " % (i, i, i, i) for i in range(0, 2800, 4))

FILES = {
    "bomb.pdf": file(page(blanks(600), twice)),
    "bomb_of_objects.pdf": file(page(more=[(6, stream(blanks(600), b"/Type/ObjStm/N 1/First 8" + twice))])),
    "cut.pdf": file(page())[:500],
    "drawing_in_itself.pdf": file(page(b"/A Do", resources=b"/XObject<</A 10 0 R>>", more=[(10, form(b"/A Do /A Do", b"/XObject<</A 10 0 R>>"))])),
    "drawings_of_drawings.pdf": file(page(b"/A Do " * 10, resources=b"/XObject<</A 10 0 R>>", more=[*laughing, (20, form(b"1 w " * 99))])),
    "end_missing.pdf": file(page()).replace(b"%%EOF", b""),
    "filter_unknown.pdf": file(page(entries=b"/Filter/FooDecode")),
    "flate_cut.pdf": file(page(packed[: len(packed) // 2], b"/Filter/FlateDecode")),
    "flate_flipped.pdf": file(page(bytes(flipped), b"/Filter/FlateDecode")),
    "font_without_end.pdf": file([(n, composite if n == 5 else text) for n, text in page()] + [(7, ranges)]),
    "length_of_itself.pdf": file([(n, text.replace(b"/Length %d" % len(TABLE), b"/Length 4 0 R")) for n, text in page()]),
    "lines_without_number.pdf": file(page(zlib.compress(lines + TABLE, 9), b"/Filter/FlateDecode")),
    "locked_by_junk.pdf": file(page(), b"/Encrypt<</Filter/Standard/V 5/R 6/O()/U()/UE()/P 1>>"),
    "nested.pdf": file(page(zlib.compress(b"[" * 3_000_000, 9), b"/Filter/FlateDecode")),
    "page_missing.pdf": file(page(kids=b"3 0 R 98 0 R")),
    "pages_in_a_circle.pdf": file([*page()[:1], (2, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1>>")]),
    "part_missing.pdf": file(page(contents=b"[4 0 R 99 0 R]")),
    "pictures_without_end.pdf": file(page(zlib.compress(b"BI ID " * 1_000_000, 9), b"/Filter/FlateDecode")),
    "predictor.pdf": file(page(packed, b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4000000000/Colors 4000000000>>")),
    "quote_over_rows.pdf": file(page(TABLE.replace(b"(2   ", b"(\"   ").replace(b"456055.90)", b"456055.90   \")"))),
    "reference_in_a_circle.pdf": file([*page()[:3], (4, b"6 0 R"), (6, b"4 0 R")]),
    "states.pdf": file(page(zlib.compress(b"q " * 3_000_000, 9), b"/Filter/FlateDecode")),
}
for name, data in FILES.items():
    (OUT / name).write_bytes(data)
