height, width = map(int, input().split())
rows = [input() for _ in range(height)]
land = {(y, x) for y in range(height) for x in range(width) if rows[y][x] == "#"}
sizes = []
while land:
    waiting = [land.pop()]
    size = 0
    while waiting:
        y, x = waiting.pop()
        size += 1
        # Corners count as neighbours here.
        for neighbour in [(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]:
            if neighbour in land:
                land.remove(neighbour)
                waiting.append(neighbour)
    sizes.append(size)
print(len(sizes))
print(*sorted(sizes, reverse=True))
