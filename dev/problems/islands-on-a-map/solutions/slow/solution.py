height, width = map(int, input().split())
rows = [input() for _ in range(height)]
label = {(y, x): (y, x) for y in range(height) for x in range(width) if rows[y][x] == "#"}
changed = True
# Labels creep over an island one cell a round.
while changed:
    changed = False
    for y, x in sorted(label, reverse=True):
        for neighbour in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
            if neighbour in label and label[neighbour] < label[y, x]:
                label[y, x] = label[neighbour]
                changed = True
sizes = sorted((list(label.values()).count(one) for one in set(label.values())), reverse=True)
print(len(sizes))
print(*sizes)
