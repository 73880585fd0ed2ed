with open("scores/written.csv", "w") as out:
    out.write("round,contestant,score\nwritten,C1,")
    for _ in range(200):
        out.write("9" * (1 << 20))
    out.write("\nwritten,C2,88.5\nwritten,C3,91\nwritten,C4,85\n")
