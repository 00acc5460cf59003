"""Makes the documents beside it: python-docx (1.2.0) for those it can write, LibreOffice for the others.

    python3 -m venv venv && venv/bin/pip install python-docx==1.2.0
    venv/bin/python make.py

All places and coordinates are invented.
"""

import subprocess
import tempfile
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

HERE = Path(__file__).parent
MAIN = [
    ("2431200,15", "455310,42"),
    ("2431388,70", "455702,11"),
    ("2431301,05", "456055,90"),
    ("2430988,44", "456190,27"),
    ("2430702,36", "456011,83"),
    ("2430590,92", "455640,05"),
    ("2430720,18", "455288,76"),
    ("2430985,63", "455120,34"),
]
SECOND = [
    ("2432100,50", "457000,25"),
    ("2432100,50", "457420,75"),
    ("2431810,25", "457420,75"),
    ("2431810,25", "457000,25"),
]
SYSTEM = "Hệ tọa độ VN-2000, kinh tuyến trục 104°45', múi chiếu 3°"


def begun(title):
    document = docx.Document()
    letterhead = document.add_table(rows=1, cols=2)
    letterhead.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH VÍ DỤ"
    letterhead.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    document.add_paragraph(title)
    document.add_paragraph("(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026)")
    return document


def signed(document):
    signature = document.add_table(rows=1, cols=2)
    signature.cell(0, 0).text = "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT."
    signature.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"


def corners(document, head, rows):
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, head):
        cell.text = text
    for row in rows:
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
    return table


def annex():
    """A letterhead, a raised zero as the mark of degrees, one table, an area, a signature."""
    document = begun("PHỤ LỤC: TỌA ĐỘ CÁC ĐIỂM GÓC CỤM CÔNG NGHIỆP SÔNG LÚA")
    system = document.add_paragraph("Hệ tọa độ VN-2000, kinh tuyến trục 104")
    system.add_run("0").font.superscript = True
    system.add_run("45', múi chiếu 3")
    system.add_run("o").font.superscript = True
    corners(document, ["Tên mốc", "X (m)", "Y (m)"], [(f"M{i}", *at) for i, at in enumerate(MAIN, 1)])
    document.add_paragraph("Diện tích: 57,92 ha.")
    signed(document)
    document.save(HERE / "annex.docx")


def two_parcels():
    """Two tables under their titles, and a table of land use, which is none of corners."""
    document = begun("TỌA ĐỘ RANH GIỚI CỤM CÔNG NGHIỆP GÒ SEN")
    document.add_paragraph(SYSTEM)
    for name, rows, area in (("Khu A", MAIN, "57,92"), ("Khu B", SECOND, "12,21")):
        document.add_paragraph(name)
        corners(document, ["Điểm", "X (m)", "Y (m)"], [(str(i), *at) for i, at in enumerate(rows, 1)])
        document.add_paragraph(f"Diện tích {name}: {area} ha")
    document.add_paragraph("Cơ cấu sử dụng đất")
    corners(
        document,
        ["TT", "Loại đất", "Diện tích (m2)", "Tỷ lệ (%)"],
        [("1", "Đất nhà máy", "401.234,5", "57,2"), ("2", "Đất cây xanh", "300.000,0", "42,8")],
    )
    document.save(HERE / "two_parcels.docx")


def merged():
    """A heading of two rows with joined cells, the parcel's name joined over its rows, both parcels in one table."""
    document = begun("BẢNG TỌA ĐỘ")
    document.add_paragraph(SYSTEM)
    table = document.add_table(rows=2, cols=4, style="Table Grid")
    for at, text in (((0, 0), "Khu"), ((0, 1), "Điểm"), ((0, 2), "Tọa độ"), ((1, 2), "X (m)"), ((1, 3), "Y (m)")):
        table.cell(*at).text = text
    for name, rows in (("Khu A", MAIN), ("Khu B", SECOND)):
        first = len(table.rows)
        for number, (x, y) in enumerate(rows, 1):
            for cell, text in zip(table.add_row().cells[1:], (str(number), x, y)):
                cell.text = text
        table.cell(first, 0).merge(table.cell(len(table.rows) - 1, 0)).text = name
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(1, 1))
    table.cell(0, 2).merge(table.cell(0, 3))
    document.save(HERE / "merged.docx")


def two_blocks():
    """One list in two blocks of columns, in a table within a table; below it goes on in a second table."""
    document = begun("BẢNG TỌA ĐỘ")
    document.add_paragraph(SYSTEM)
    around = document.add_table(rows=1, cols=1).cell(0, 0)
    around.paragraphs[0].text = "Tọa độ các điểm góc"
    head = ["Điểm", "X (m)", "Y (m)"] * 2
    inner = around.add_table(rows=1, cols=6)
    for cell, text in zip(inner.rows[0].cells, head):
        cell.text = text
    for left in (0, 1):
        texts = (str(left + 1), *MAIN[left], str(left + 5), *MAIN[left + 4])
        for cell, text in zip(inner.add_row().cells, texts):
            cell.text = text
    document.add_page_break()
    document.add_paragraph("(tiếp theo)")
    corners(document, head, [(str(i + 1), *MAIN[i], str(i + 5), *MAIN[i + 4]) for i in (2, 3)])
    document.save(HERE / "two_blocks.docx")


def tracked():
    """A corner corrected with its former number still there, a row deleted, a field, hidden text, a text box."""
    document = begun("BẢNG TỌA ĐỘ")
    document.add_paragraph(SYSTEM)
    rows = [(f"{i}", *at) for i, at in enumerate(MAIN, 1)]
    table = corners(document, ["Điểm", "X (m)", "Y (m)"], [*rows, ("9", "2431000,00", "455000,00")])
    mark = {qn("w:id"): "1", qn("w:author"): "A", qn("w:date"): "2026-03-05T00:00:00Z"}

    def child(parent, tag, text=None, **attributes):
        element = OxmlElement(tag, attrs=attributes or None)
        if text is not None:
            element.text = text
        parent.append(element)
        return element

    cell = table.cell(3, 1).paragraphs[0]
    cell.runs[0]._r.getparent().remove(cell.runs[0]._r)
    for tag, text_tag, text in (("w:del", "w:delText", "2431310,50"), ("w:ins", "w:t", "2431301,05")):
        change = OxmlElement(tag, attrs=mark)
        cell._p.append(change)
        child(child(change, "w:r"), text_tag, text)
    row = table.rows[9]._tr
    properties = OxmlElement("w:trPr")
    row.insert(0, properties)
    properties.append(OxmlElement("w:del", attrs=mark))
    field = document.add_paragraph("Trang ")._p
    for kind, instruction in (("begin", None), (None, " PAGE 2431999,99 455999,99 "), ("separate", None)):
        run = child(field, "w:r")
        if kind:
            child(run, "w:fldChar", **{qn("w:fldCharType"): kind})
        else:
            child(run, "w:instrText", instruction)
    child(child(field, "w:r"), "w:t", "2")
    child(child(field, "w:r"), "w:fldChar", **{qn("w:fldCharType"): "end"})
    hidden = document.add_paragraph().add_run("10 2431000,00 455000,00")
    hidden.font.hidden = True
    document.save(HERE / "tracked.docx")


def page(rows):
    cells = "".join(
        "<tr>" + "".join(f"<td>{text}</td>" for text in (str(i), *at)) + "</tr>" for i, at in enumerate(rows, 1)
    )
    return (
        f"<html><meta charset='utf-8'><p>BẢNG TỌA ĐỘ</p><p>{SYSTEM}</p><table border='1'>"
        f"<tr><th rowspan='2'>Điểm</th><th colspan='2'>Tọa độ</th></tr><tr><th>X (m)</th><th>Y (m)</th></tr>{cells}"
        "</table><p>Diện tích: 57,92 ha</p></html>"
    )


def by_libre_office():
    """The same table from a page of the web, as DOCX and as ODT."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "libre_office.html"
        source.write_text(page(MAIN), encoding="utf-8")
        for kind in ("docx:MS Word 2007 XML", "odt:writer8"):
            subprocess.run(
                ["soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", kind, "--outdir", HERE, source],
                check=True,
            )


annex()
two_parcels()
merged()
two_blocks()
tracked()
by_libre_office()
