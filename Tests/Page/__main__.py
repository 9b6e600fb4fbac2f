"""Runs the page's tests: all, or those whose names hold a word given as argument."""

import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from browser import close_chromium  # noqa: E402  (found only now)

loader = unittest.TestLoader()
if len(sys.argv) > 1:
    loader.testNamePatterns = [f"*{word}*" for word in sys.argv[1:]]
suite = loader.discover(str(HERE), top_level_dir=str(HERE))
result = unittest.TextTestRunner(verbosity=2, buffer=False).run(suite)
close_chromium()
failed = len(result.failures) + len(result.errors)
print(f"{result.testsRun - failed} passed, {failed} failed")
sys.exit(0 if result.wasSuccessful() and result.testsRun > 0 else 1)
