"""Python runs this at the start of every process that a test starts: they are as silent as the test itself."""

import guard  # beside this file, which is where PYTHONPATH leads

guard.install()
