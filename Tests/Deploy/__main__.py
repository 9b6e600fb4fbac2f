"""Runs the deployment's tests: all, or those whose names hold a word given as argument."""

import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Page")]

loader = unittest.TestLoader()
if len(sys.argv) > 1:
    loader.testNamePatterns = [f"*{word}*" for word in sys.argv[1:]]
result = unittest.TextTestRunner(verbosity=2).run(loader.discover(str(HERE), top_level_dir=str(HERE)))
failed = len(result.failures) + len(result.errors)
print(f"{result.testsRun - failed} passed, {failed} failed")
sys.exit(0 if result.wasSuccessful() and result.testsRun > 0 else 1)
