import { expect, it } from "vitest";
import { ownExceptionClass } from "../../api/domain/exception-class.js";

it.each([
  ["ZeroDivisionError: division by zero (line 4)", "ZeroDivisionError"],
  ["KeyError (line 2)", "KeyError"],
  ["AssertionError", "AssertionError"],
  ["SystemExit: 41", "SystemExit"],
  ["InvalidCharacterError: Invalid character", "InvalidCharacterError"],
  ["AggregateError: two", "AggregateError"],
  ["URIError: URI malformed (line 1)", "URIError"],
  ["RangeError: Invalid array length", "RangeError"],
  ["ExceptionGroup: secret (2 sub-exceptions) (line 3)", "ExceptionGroup"],
])("%s begins with %s", (error, name) => expect(ownExceptionClass(error)).toBe(name));

it.each([
  "Secret41: x",
  "ValueErrorOf41: x",
  "json.decoder.JSONDecodeError: x",
  "ValueError41",
  "ValueError 41",
  "ValueError.secret: x",
  "",
  "constructor: x",
])("%j begins with none", (error) => expect(ownExceptionClass(error)).toBeUndefined());
