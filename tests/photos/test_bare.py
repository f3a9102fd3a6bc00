"""A photo is made small and bare by a process of its own; what is no picture, or too much of one, harms nothing."""

from __future__ import annotations

import io
import random
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from shared.domain.changes import Refused
from shared.domain.photos import MOST_KEPT
from shared.photos import bare as caller
from shared.photos import child
from shared.photos.bare import bare, size_of
from shared.photos.child import ACROSS

from .pictures import HOSTILE, SVG, bomb, drawn, photographed


def opened(jpeg: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(jpeg))
    assert picture.format == "JPEG"
    return picture


@pytest.mark.parametrize(("format", "mode"), [("JPEG", "RGB"), ("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "RGB")])
def test_any_kind_of_photo_becomes_a_jpeg(format, mode):
    made = bare(drawn(format, mode=mode))
    assert opened(made.jpeg).size == (made.width, made.height) == (320, 200)
    assert size_of(made.jpeg) == (320, 200)


def test_webp_and_clear_ground_become_a_jpeg_on_white():
    assert opened(bare(drawn("WEBP")).jpeg).mode == "RGB"
    clear = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(clear, "PNG")
    assert min(opened(bare(clear.getvalue()).jpeg).getpixel((20, 20))) > 250


def test_nothing_of_what_the_camera_tells_is_left():
    taken = photographed()
    assert b"SecretCam" in taken and b"confidence" in taken and Image.open(io.BytesIO(taken)).getexif().get_ifd(0x8825)
    made = bare(taken).jpeg
    assert not opened(made).getexif() and b"Exif" not in made
    assert b"SecretCam" not in made and b"2026:11" not in made and b"confidence" not in made


def test_it_stands_upright():
    made = bare(photographed(turned=6))  # held on its side: to be turned a quarter to the right
    assert (made.width, made.height) == (200, 320)
    red, green, _ = opened(made.jpeg).getpixel((190, 10))
    assert red > 150 > green, "the red corner is at the top right now"


def test_a_large_one_is_made_small():
    made = bare(drawn(size=(4000, 3000)))
    assert (made.width, made.height) == (ACROSS, ACROSS * 3 // 4)
    assert len(made.jpeg) < 200_000


def test_a_large_one_that_one_can_see_through_is_made_small_too():
    clear = io.BytesIO()
    Image.new("RGBA", (8000, 6000), (0, 0, 0, 0)).save(clear, "PNG", compress_level=1)
    made = bare(clear.getvalue())
    assert (made.width, made.height) == (1600, 1200) and min(opened(made.jpeg).getpixel((800, 600))) > 250


def test_sixteen_bits_of_grey_stay_shades():
    ramp = Image.new("I;16", (256, 16))
    ramp.putdata([column * 256 for _ in range(16) for column in range(256)])
    scanned = io.BytesIO()
    ramp.save(scanned, "PNG")
    shades = opened(bare(scanned.getvalue()).jpeg).convert("L")
    assert all(abs(shades.getpixel((column, 8)) - column) < 6 for column in (10, 64, 128, 192, 245))


def test_the_worst_of_pictures_is_kept_within_what_an_archive_may_hold(monkeypatch):
    assert child.MOST_KEPT == MOST_KEPT
    noise = io.BytesIO()
    Image.frombytes("RGB", (400, 400), random.Random(4).randbytes(480_000)).save(noise, "PNG")
    usual = len(child.bare(noise.getvalue())[0])
    monkeypatch.setattr(child, "MOST_KEPT", usual - 1)
    assert len(child.bare(noise.getvalue())[0]) < usual
    monkeypatch.setattr(child, "MOST_KEPT", 100)
    with pytest.raises(SystemExit) as left:
        child.bare(noise.getvalue())
    assert left.value.code == child.TOO_LARGE


def test_two_are_worked_on_at_once_and_the_others_wait(tmp_path, monkeypatch):
    counting = tmp_path / "counting.py"
    counting.write_text(
        "import os, struct, sys, time\n"
        f"here = {str(tmp_path)!r}\n"
        "mine = os.path.join(here, f'{os.getpid()}.on')\n"
        "open(mine, 'w').close()\n"
        "time.sleep(0.2)\n"
        "there = sum(name.endswith('.on') for name in os.listdir(here))\n"
        "os.remove(mine)\n"
        "sys.stdout.buffer.write(struct.pack('>II', there, 1))\n",
        "utf-8",
    )
    monkeypatch.setattr(caller, "_CHILD", counting)
    with ThreadPoolExecutor(6) as many:
        at_once = [made.width for made in many.map(bare, [drawn()] * 6)]
    assert len(at_once) == 6 and max(at_once) <= 2


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_picture_is_refused_with_a_sentence(name):
    with pytest.raises(Refused) as refused:
        bare(HOSTILE[name])
    assert refused.value.key == "photo_not_read"


def test_a_picture_of_very_many_dots_is_not_decoded():
    with pytest.raises(Refused) as refused:
        bare(bomb())
    assert refused.value.key == "photo_too_many_dots"


def test_what_hides_behind_a_photo_is_left_behind():
    made = bare(drawn() + b"\0" * 10 + SVG).jpeg
    assert b"script" not in made and opened(made).size == (320, 200)


def test_a_process_that_takes_too_much_is_stopped_and_refused(tmp_path, monkeypatch):
    greedy = tmp_path / "child.py"
    program, start, _ = caller._CHILD.read_text("utf-8").partition('if __name__ == "__main__":')
    assert start
    greedy.write_text(
        program + "def bare(content, across):\n    return bytearray(2 * MEMORY), 1, 1\n\n\nmain()\n", "utf-8"
    )
    monkeypatch.setattr(caller, "_CHILD", greedy)
    with pytest.raises(Refused) as refused:
        bare(drawn())
    assert refused.value.key == "photo_too_many_dots"
    killed = tmp_path / "killed.py"
    killed.write_text(f"import os\nos.kill(os.getpid(), {signal.SIGKILL.value})\n", "utf-8")
    monkeypatch.setattr(caller, "_CHILD", killed)
    with pytest.raises(Refused) as refused:
        bare(drawn())
    assert refused.value.key == "photo_too_many_dots"


def test_a_process_that_does_not_come_back_is_not_waited_for(tmp_path, monkeypatch):
    slow = tmp_path / "slow.py"
    slow.write_text("import sys\nsys.stdin.buffer.read()\nwhile True:\n    pass\n", "utf-8")
    monkeypatch.setattr(caller, "_CHILD", slow)
    monkeypatch.setattr(caller, "_PATIENCE", 0.5)
    with pytest.raises(Refused) as refused:
        bare(drawn())
    assert refused.value.key == "photo_too_many_dots"
