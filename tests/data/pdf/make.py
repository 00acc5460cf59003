"""Makes the PDF files of this folder with the programs that annexes come from: LibreOffice, Chromium, reportlab, fpdf2.

    python make.py FOLDER

needs reportlab, fpdf2 and pikepdf, `soffice` and `chromium`. Other versions of these write other bytes.
"""

import html
import subprocess
import sys
import tempfile
from datetime import datetime, timezone
from pathlib import Path

import pikepdf
from fpdf import FPDF
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

OUT = Path(sys.argv[1])
FONT = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
SYSTEM = "Hệ tọa độ VN-2000, kinh tuyến trục 104°45', múi chiếu 3°"
TITLE = "PHỤ LỤC: TỌA ĐỘ RANH GIỚI CỤM CÔNG NGHIỆP"
# Invented; 57.918 ha on the plane.
CORNERS = [
    ("2431200,15", "455310,42"), ("2431388,70", "455702,11"), ("2431301,05", "456055,90"), ("2430988,44", "456190,27"),
    ("2430702,36", "456011,83"), ("2430590,92", "455640,05"), ("2430720,18", "455288,76"), ("2430985,63", "455120,34"),
]
ROWS = [(str(number), x, y) for number, (x, y) in enumerate(CORNERS, 1)]


def long_rows():
    """The same outline with nine corners more on each side, all on it."""
    number = lambda text: float(text.replace(",", "."))
    rows = []
    for (x, y), (u, v) in zip(CORNERS, CORNERS[1:] + CORNERS[:1]):
        for step in range(10):
            share = step / 10
            place = [number(a) + (number(b) - number(a)) * share for a, b in ((x, u), (y, v))]
            rows.append((str(len(rows) + 1), *(f"{value:.3f}".replace(".", ",") for value in place)))
    return rows


def page(body, border=True):
    line = ";border:1px solid black" if border else ""
    style = f"body{{font:12pt Liberation Serif}}table{{border-collapse:collapse}}td{{padding:1pt 5pt{line}}}"
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><style>{style}</style></head><body>{body}</body></html>'


def table(rows, border=1):
    cells = lambda row: "".join(f"<td>{html.escape(cell)}</td>" for cell in row)
    return f'<table border="{border}">' + "".join(f"<tr>{cells(row)}</tr>" for row in rows) + "</table>"


def by_writer(name, body):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{name}.html")
        source.write_text(page(body), encoding="utf-8")
        command = ["soffice", "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", folder, source]
        subprocess.run(command, check=True, capture_output=True)
        (OUT / f"{name}.pdf").write_bytes(Path(folder, f"{name}.pdf").read_bytes())


def by_chromium(name, body, border):
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder, "a.html"), Path(folder, "a.pdf")
        source.write_text(page(body, border), encoding="utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={made}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
        (OUT / f"{name}.pdf").write_bytes(made.read_bytes())


def by_reportlab(name, parts, **options):
    SimpleDocTemplate(str(OUT / f"{name}.pdf"), pagesize=A4, invariant=1, **options).build(parts)


GRID = TableStyle([("FONT", (0, 0), (-1, -1), "L", 11), ("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
PLAIN = TableStyle([("FONT", (0, 0), (-1, -1), "Helvetica", 11)])


def text(words):
    return Paragraph(html.escape(words), ParagraphStyle("text", fontName="L", fontSize=12, leading=15))


def documents():
    pdfmetrics.registerFont(TTFont("L", FONT))
    by_writer("writer_grid", f"<p>.</p><p>{TITLE}</p><p>{SYSTEM}</p>" + table([("Mốc", "X (m)", "Y (m)"), *ROWS])
              + "<p>Diện tích: 57,92 ha. Nơi nhận: Như trên; Lưu: VT.</p>")
    heads = ('<tr><td rowspan="2">Tên mốc</td><td colspan="2">Tọa độ VN-2000, kinh tuyến trục 104°45\', múi chiếu 3°</td>'
             '<td rowspan="2">Ghi chú</td></tr><tr><td>X (m)</td><td>Y (m)</td></tr>')
    rows = "".join(f"<tr><td>M{n}</td><td>{x}</td><td>{y}</td><td>{'Mốc bê tông, chôn ở góc rào phía đông' if n == '3' else ''}</td></tr>"
                   for n, x, y in ROWS)
    by_writer("writer_merged", f"<p>.</p><p>{TITLE}</p><table border=1>{heads}{rows}</table>")
    blocks = [(*left, *right) for left, right in zip(ROWS[:4], ROWS[4:])]
    heading = ("Mốc", "X (m)", "Y (m)") * 2
    by_chromium("chromium_two_blocks", f"<p>{SYSTEM}</p>" + table([heading, *blocks], 0), False)
    by_reportlab("reportlab_two_pages", [text(TITLE), text(SYSTEM), Spacer(1, 9),
                 Table([("Mốc", "X (m)", "Y (m)"), *long_rows()], style=GRID, repeatRows=1), text("Trang cuối")])
    # A font that every reader has, no lines, and streams as text.
    by_reportlab("reportlab_no_lines", [Paragraph("VN-2000, central meridian 104.75, zone 3 degrees"),
                 Table([("Point", "X", "Y"), *ROWS], style=PLAIN)], pageCompression=0)

    canvas = Canvas(str(OUT / "turned.pdf"), pagesize=A4, invariant=1)
    canvas.setPageRotation(90)
    canvas.translate(A4[0], 0)
    canvas.rotate(90)
    canvas.setFont("L", 12)
    for line, words in enumerate([(SYSTEM,), ("Mốc", "X", "Y"), *ROWS]):
        for column, word in enumerate(words):
            canvas.drawString(60 + 110 * column, landscape(A4)[1] - 80 - 18 * line, word)
    canvas.save()

    canvas = Canvas(str(OUT / "letter_by_letter.pdf"), pagesize=A4, invariant=1)
    canvas.setFont("Courier", 10)
    lines = ["VN-2000, central meridian 104.75, zone 3 degrees", *("   ".join(row) for row in ROWS)]
    for line, words in reversed(list(enumerate(lines))):
        for column, letter in reversed(list(enumerate(words))):
            if letter != " ":
                canvas.drawString(60 + 6 * column, 760 - 14 * line, letter)
    canvas.save()

    pdf = FPDF()
    pdf.set_creation_date(datetime(2026, 11, 12, tzinfo=timezone.utc))
    for style in ("", "B"):
        pdf.add_font("L", style, FONT)
    pdf.add_page()
    pdf.set_font("L", size=11)
    pdf.multi_cell(0, 7, f"{TITLE}\n{SYSTEM}")
    pdf.ln(8)
    with pdf.table(col_widths=(30, 45, 45, 40), width=160) as made:
        notes = {"2": "Góc rào, cách đường tỉnh lộ 12 m về phía bắc"}
        for row in [("Số hiệu mốc", "X (m)", "Y (m)", "Ghi chú"), *((*row, notes.get(row[0], "")) for row in ROWS)]:
            made.row(row)
    pdf.output(OUT / "fpdf_notes.pdf")

    scans()
    changed()


def picture():
    """A page of grey dots, as small as it gets."""
    path = Path(tempfile.gettempdir(), "page.png")
    Image.new("L", (60, 84), 200).save(path)
    return str(path)


def scans():
    canvas = Canvas(str(OUT / "scan.pdf"), pagesize=A4, invariant=1)
    canvas.drawImage(picture(), 0, 0, *A4)
    canvas.setFont("L", 8)
    canvas.drawString(300, 800, "Ký bởi: Ủy ban nhân dân tỉnh. Thời gian ký: 12.11.2026 08:15:00")
    canvas.save()

    canvas = Canvas(str(OUT / "recognised.pdf"), pagesize=A4, invariant=1)
    canvas.drawImage(picture(), 0, 0, *A4)
    for line, row in enumerate([(SYSTEM,), *ROWS]):
        for column, word in enumerate(row):
            shown = canvas.beginText(60 + 110 * column, 760 - 18 * line)
            shown.setFont("L", 12)
            shown.setTextRenderMode(3)
            shown.textLine(word)
            canvas.drawText(shown)
    canvas.save()

    canvas = Canvas(str(OUT / "scan_behind.pdf"), pagesize=A4, invariant=1)
    canvas.setFont("L", 12)
    for line, row in enumerate([(SYSTEM,), *ROWS]):
        for column, word in enumerate(row):
            canvas.drawString(60 + 110 * column, 760 - 18 * line, word)
    canvas.showPage()
    canvas.drawImage(picture(), 0, 0, *A4)
    canvas.save()


def changed():
    """Files of the same table, as other programs leave them."""
    source = OUT / "reportlab_no_lines.pdf"
    locked = lambda **more: pikepdf.Encryption(owner="owner", **more)
    for name, way in [
        ("locked_rc4", locked(user="", R=3, aes=False, metadata=False)),
        ("locked_aes_128", locked(user="", R=4)),
        ("locked_aes_256", locked(user="", R=6)),
        ("locked_password", locked(user="mật khẩu", R=6)),
    ]:
        with pikepdf.open(source) as pdf:
            pdf.save(OUT / f"{name}.pdf", encryption=way)
    with pikepdf.open(source) as pdf:
        pdf.save(OUT / "objects_packed.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    with pikepdf.open(OUT / "fpdf_notes.pdf") as pdf:
        for entry in pdf.objects:
            if isinstance(entry, pikepdf.Dictionary) and "/ToUnicode" in entry:
                del entry["/ToUnicode"]
        pdf.save(OUT / "letters_untold.pdf", deterministic_id=True)
    # Added to after it was made: the page's content is written once more, with a corner moved.
    old = (OUT / "reportlab_no_lines.pdf").read_bytes()
    with pikepdf.open(OUT / "reportlab_no_lines.pdf") as pdf:
        contents = pdf.pages[0].Contents
        number, data = contents.objgen[0], contents.read_bytes().replace(b"455120,34", b"455220,34")
        root = pdf.Root.objgen[0]
    place = len(old)
    new = b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number, len(data), data)
    table_at = place + len(new)
    start = old[old.rindex(b"startxref") + 9 :].split()[0]
    end = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size 99/Root %d 0 R/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        number, place, root, start, table_at)
    (OUT / "added_to.pdf").write_bytes(old + new + end)


documents()
