"""Real files of every format, made for the tests; every sentence in them is invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

TITLE = "Ferry line wins approval after a long dispute"
FERRY = (
    "The harbour council approved a new ferry line after months of dispute, said its chair, Ann Weir. The line "
    "will run "
    "four times a day and will cost nine million crowns, according to the council's own plan. Fishermen oppose it "
    "because the berth takes up a third of the quay."
)
BRIDGE = (
    "Two bridges over the Sorve were closed on Monday after engineers found cracks in their piers, the roads ministry "
    "said. Repairs will take at least three weeks. Lorries must go by way of Halden, which adds forty minutes to the "
    "journey, hauliers said."
)
SCHOOL = (
    "Schools in the north of the island will get a fourth language teacher each, the ministry of education said. The "
    'unions called the number too small and asked for a meeting. "We were not asked," said Tom Lund, who leads the '
    "largest of them."
)
STORY = f"{TITLE}\n\n{FERRY}\n\n{BRIDGE}\n\n{SCHOOL}\n"


def html(body: str, *, head: str = "") -> bytes:
    """A page with a menu and a footer round ``body``."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>'
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
        f"{body}<footer><p>Contact us</p><p>Terms of use</p></footer></body></html>"
    ).encode()


def pdf(
    paragraphs: Sequence[str], *, title: str = TITLE, running: str = "", columns: int = 1, password: str = ""
) -> bytes:
    """A PDF of ``paragraphs`` with a larger title, page numbers, and ``running`` at the head of every page."""
    from fpdf import FPDF
    from fpdf.enums import AccessPermission, EncryptionMethod

    class Paper(FPDF):
        def header(self) -> None:
            if running:
                self.set_font("helvetica", size=8)
                self.cell(0, 6, f"{running} {self.page_no()}", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-12)
            self.set_font("helvetica", size=8)
            self.cell(0, 6, f"Page {self.page_no()}", align="C")

    paper = Paper(format=(148, 210))
    paper.add_page()
    if title:
        paper.set_font("helvetica", style="B", size=18)
        paper.multi_cell(0, 9, title, new_x="LMARGIN", new_y="NEXT")
    paper.set_font("helvetica", size=10)
    with paper.text_columns(ncols=columns, gutter=6, line_height=1.2) as flow:
        for paragraph in paragraphs:
            with flow.paragraph(bottom_margin=3) as part:
                part.write(paragraph)
    if password:
        paper.set_encryption(
            owner_password=password,
            user_password=password,
            encryption_method=EncryptionMethod.AES_128,
            permissions=AccessPermission.none(),
        )
    return bytes(paper.output())


def lined_pdf(lines: Sequence[str]) -> bytes:
    """A PDF whose lines break where ``lines`` do, as typeset pages break words."""
    from fpdf import FPDF

    paper = FPDF()
    paper.add_page()
    paper.set_font("helvetica", size=11)
    for line in lines:
        paper.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(paper.output())


def scanned_pdf() -> bytes:
    """A PDF with a drawing and no text, as a scanner makes."""
    from fpdf import FPDF

    paper = FPDF()
    paper.add_page()
    paper.rect(20, 20, 100, 60, style="F")
    return bytes(paper.output())


def word(paragraphs: Sequence[tuple[str, str]]) -> bytes:
    """A Word document of (style, text) paragraphs."""
    import docx

    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style or None)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def zip_bomb() -> bytes:
    """A .docx whose document.xml unpacks to hundreds of times its size."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 30_000_000)
    return stream.getvalue()
