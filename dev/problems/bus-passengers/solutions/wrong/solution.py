stops = int(input())
aboard = most = 0
for _ in range(stops):
    entering, leaving = map(int, input().split())
    aboard += entering
    # Counted before anybody has got off.
    most = max(most, aboard)
    aboard -= leaving
print(most)
