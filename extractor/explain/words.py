"""What the page and the terminal call things, in Thai with the English beside it."""

from __future__ import annotations

from extractor.explain.marks import Label

SECTIONS: dict[str, Label] = {
    "awards": Label("การรับรางวัล", "Conferrals"),
    "unconferred": Label("กล่าวถึง แต่ยังไม่ได้รับ", "Not conferred"),
    "ceremonies": Label("พิธีและการประกาศผล", "Ceremonies"),
    "people": Label("บุคคล", "People"),
    "organisations": Label("หน่วยงาน", "Organisations"),
    "dates": Label("วันที่", "Dates"),
    "claims": Label("จำนวนที่ข่าวอ้าง", "Claims"),
    "title": Label("หัวข่าว", "Title"),
}

STATUSES: dict[str, Label] = {
    "conferred": Label("ได้รับแล้ว", "conferred"),
    "announced": Label("ประกาศผล", "announced"),
    "past": Label("เคยได้รับ", "past"),
    "nominated": Label("เสนอชื่อ", "nominated"),
    "described": Label("อธิบายรางวัล", "described"),
    "drawn_by_lot": Label("จับสลาก", "drawn by lot"),
}

WARNINGS: dict[str, Label] = {
    "claim_mismatch": Label("จำนวนไม่ตรงกัน", "claim mismatch"),
    "impossible_date": Label("วันที่เป็นไปไม่ได้", "impossible date"),
    "conflicting_values": Label("ค่าขัดแย้งกัน", "conflicting values"),
    "not_extracted": Label("อ่านไม่จบ", "not extracted"),
}
