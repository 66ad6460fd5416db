"""A real JupyterLab in a course's folder, and a real browser to look at it."""

import os
import re
import shutil
import subprocess
import sys
from collections import deque
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import sync_playwright

TOKEN = "a-token-of-these-tests"
LOGIN = f"/lab?token={TOKEN}"
OPTIONS = ["--no-browser", "--allow-root", "--ip=127.0.0.1", "--ServerApp.port=0"]
QUIET = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]


@contextmanager
def running_lab(root):
    """The address of a JupyterLab in a folder; its environment is not activated."""
    lab = subprocess.Popen(
        [Path(sys.executable).with_name("jupyter"), "lab", *OPTIONS, f"--ServerApp.token={TOKEN}"],
        cwd=root,
        env={"PATH": os.defpath, "HOME": str(root), "LANG": "C.UTF-8"},
        stderr=subprocess.PIPE,
        text=True,
    )
    with lab:
        found = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in lab.stderr)
        address = next(filter(None, found), None)
        assert address, "JupyterLab did not start"
        # What it says has to be read on, or it stops when the pipe is full.
        rest = Thread(target=deque, args=(lab.stderr, 0))
        rest.start()
        yield address[0]
        lab.terminate()
        rest.join()


@contextmanager
def running_browser():
    """The Chromium of this machine; tests that need it are skipped where there is none."""
    program = shutil.which("chromium")
    if not program:
        pytest.skip("there is no program `chromium`, in which pages are looked at")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()
