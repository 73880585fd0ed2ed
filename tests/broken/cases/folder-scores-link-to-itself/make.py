import os

os.symlink("there", "scores")
os.symlink("scores", "there")
