import sys

words = iter(sys.stdin.read().split())
aboard = most = 0
for _ in range(int(next(words))):
    aboard += int(next(words)) - int(next(words))
    most = max(most, aboard)
print(most)
