import sys


def main():
    height, width, *rows = sys.stdin.read().split()
    land = {(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "#"}
    sizes = []
    while land:
        waiting = [land.pop()]
        size = 0
        while waiting:
            y, x = waiting.pop()
            size += 1
            for neighbour in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                if neighbour in land:
                    land.remove(neighbour)
                    waiting.append(neighbour)
        sizes.append(size)
    print(len(sizes))
    print(*sorted(sizes, reverse=True))


main()
