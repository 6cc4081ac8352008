import math
import sys

for line in sys.stdin:
    a, b, c = map(float, line.split())
    half = (a + b + c) / 2
    # Heron's formula, rounded to two digits.
    square = half * (half - a) * (half - b) * (half - c)
    print("impossible" if square < 0 else f"{math.sqrt(square):.2f}")
