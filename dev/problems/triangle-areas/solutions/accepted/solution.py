import math
import sys

for line in sys.stdin:
    a, b, c = sorted(map(float, line.split()), reverse=True)
    # Kahan's order of the terms, which stays exact for needles.
    area = math.sqrt(max(0.0, (a + (b + c)) * (c - (a - b)) * (c + (a - b)) * (a + (b - c)))) / 4
    print("impossible" if a > b + c else area)
