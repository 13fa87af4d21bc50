"""What is told of a file is plain, so that it can travel."""

import msgpack

from annotator.formats.base import ReadOptions
from annotator.reading.choices import CHOICES, FEED, TABLE


def test_all_of_it_travels() -> None:
    table = CHOICES[TABLE](b"title,text\na,b\n", "a.csv", ReadOptions())
    feed = CHOICES[FEED](
        b"<rss version='2.0'><channel><item><title>a</title></item></channel></rss>", "", ReadOptions()
    )
    assert msgpack.unpackb(msgpack.packb([table, feed]))[1][0][0] == "a"
