"""The same articles in every run: 23 sentences and about 4.6 kB each, no two alike."""

import random
from pathlib import Path
from uuid import UUID, uuid4

from annotator.core.spans import trim
from annotator.operations import annotators, loading, projects
from annotator.operations.documents import read_document
from annotator.store.tables import Annotation
from annotator.store.workspace import Workspace

LABELS = ("claim", "denial", "quote")
SENTENCES = 23
_WORDS = (
    "harga beras pasar menteri warga kota pelabuhan jembatan anggaran laporan pejabat perusahaan penduduk "
    "sungai hujan kebijakan sekolah rumah jalan kantor pekan bulan tahun pagi siang malam besar kecil "
    "baru lama naik turun membantah mengatakan menyebut menilai menolak meminta membangun menutup bahwa "
    "dengan untuk dari pada oleh kepada yang tidak akan sudah belum masih juga namun karena setelah "
    "sebelum selama antara dalam luar serta "
).split()


def article(number: int, sentences: int = SENTENCES) -> str:
    """An article, always the same for a number."""
    chance = random.Random(number)
    lines = [f"Laporan nomor {number} tentang {chance.choice(_WORDS)} dan {chance.choice(_WORDS)}"]
    for _ in range(sentences - 1):
        words = chance.choices(_WORDS, k=chance.randint(22, 34))
        lines.append(f"{words[0].capitalize()} {' '.join(words[1:])}.")
    paragraphs = ["\n\n".join((lines[0], *(" ".join(lines[at : at + 2]) for at in range(1, len(lines), 2))))]
    return paragraphs[0] + "\n"


def files(folder: Path, count: int) -> list[Path]:
    """That many articles as files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        path = folder / f"{number:05}.txt"
        path.write_text(article(number), encoding="utf-8")
        paths.append(path)
    return paths


def project(path: Path, texts: list[str], annotations_each: int = 0) -> tuple[Workspace, UUID, list[UUID]]:
    """A project with these texts, and that many annotations on each; its annotator and documents."""
    workspace = projects.open_project(path, uuid4())
    annotator_id = annotators.find_or_add_annotator(workspace, "bench")
    folder = path.with_suffix(".files")
    folder.mkdir()
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"{number:05}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    report = loading.load_files(workspace, paths, annotator_id, detect_language=False)
    assert not report.failed, report.failed[:3]
    documents = [loaded.id for loaded in report.loaded]
    if annotations_each:
        for start in range(0, len(documents), 20):
            annotate(workspace, documents[start : start + 20], annotator_id, annotations_each)
    return workspace, annotator_id, documents


def annotate(workspace: Workspace, documents: list[UUID], annotator_id: UUID, each: int) -> None:
    """Put annotations evenly over the sentences of documents, in one edit."""
    records = [read_document(workspace, document_id) for document_id in documents]
    with workspace.edit("Tag many", annotator_id) as session:
        for record in records:
            for number in range(each):
                tile = record.sentences[number * len(record.sentences) // each]
                extent = trim(record.text, tile)
                start, end = extent if number % 2 else (extent.start_char, extent.start_char + 12)
                row = Annotation(
                    document_id=record.id, annotator_id=annotator_id, label="", start_char=start, end_char=end
                )
                row.label = LABELS[number % 3]
                session.add(row)
