import zipfile

from workbooks import relations

with zipfile.ZipFile("scores/written.xlsx", "w") as archive:
    archive.writestr("_rels/.rels", relations(("rId1", "officeDocument", "word/document.xml")))
    archive.writestr("word/document.xml", "<w:document xmlns:w='w'/>")
    archive.writestr("word/_rels/document.xml.rels", relations())
