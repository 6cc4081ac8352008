# ruff: noqa
# Programs whose results lie about what they are.

#: returns a number that is equal to everything
#: {"reason": null, "value": 7}
class Everything(int):
    def __eq__(self, other):
        return True
    def __ne__(self, other):
        return False
    def __hash__(self):
        return 0
    def __repr__(self):
        return "42"
    __str__ = __int__ = __index__ = __repr__
def solution(_):
    return Everything(7)

#: returns a list whose iterator lies
#: {"reason": null, "value": [1, 2]}
class Liar(list):
    def __iter__(self):
        return iter([42])
    def __len__(self):
        return 1
    def __getitem__(self, index):
        return 42
    def __reduce__(self):
        return (list, ([42],))
def solution(_):
    return Liar([1, 2])

#: returns a dict whose items lie
#: {"reason": null, "value": {"a": 1}}
class Liar(dict):
    def items(self):
        return [("forged", 42)]
    def __iter__(self):
        return iter(["forged"])
    keys = __iter__
def solution(_):
    return Liar(a=1)

#: returns an object that claims to be a number
#: {"reason": "BAD_RETURN_VALUE", "says": "Value type: Claim"}
class Claim:
    __class__ = int
    def __int__(self):
        return 42
    __index__ = __int__
def solution(_):
    return Claim()

#: returns a text that lies about itself
#: {"reason": null, "value": "true text"}
class Liar(str):
    def __str__(self):
        return "forged"
    def encode(self, *_):
        return b"forged"
    def __len__(self):
        return 10 ** 9
def solution(_):
    return Liar("true text")
