open("scores", "w").close()
