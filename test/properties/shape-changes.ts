import { array, type JsonMember, type JsonNode, object, scalar, write } from "./json-node.js";
import type { Change } from "./scalar-changes.js";
import { spelledString, textOf } from "./string-tokens.js";

const onElements =
  (
    change: (elements: readonly JsonNode[], choice: number) => readonly JsonNode[] | undefined,
  ): Change =>
  (node, choice) => {
    if (node.kind !== "array" || node.elements.length === 0) return undefined;
    const elements = change(node.elements, choice);
    return elements && array(elements);
  };

const onMembers =
  (change: (members: readonly JsonMember[], choice: number) => readonly JsonMember[]): Change =>
  (node, choice) =>
    node.kind === "object" && node.members.length > 0
      ? object(change(node.members, choice))
      : undefined;

function rotated<Part>(parts: readonly Part[], choice: number): Part[] {
  const at = choice % parts.length;
  const turned = [...parts.slice(at), ...parts.slice(0, at)];
  return choice % 2 === 0 ? turned.reverse() : turned;
}

function picked<Part>(parts: readonly Part[], choice: number): Part {
  return parts[choice % parts.length] as Part;
}

const without = <Part>(parts: readonly Part[], choice: number) =>
  parts.toSpliced(choice % parts.length, 1);

/** Another order of an array's elements: the one change that `unordered_equal` forgives. */
export const reorderedElements: Change = onElements(rotated);

const withLosingDuplicate = onMembers((members, choice) => {
  const { key } = picked(members, choice);
  return [
    { key, value: scalar(picked(["7", "null", '"lost"', "1.5", "[1.5]", "{}"], choice)) },
    ...members,
  ];
});

const withRespelledKey = onMembers((members, choice) => {
  const at = choice % members.length;
  const { key, value } = picked(members, at);
  return members.with(at, { key: spelledString(textOf(key) ?? "", choice), value });
});

/** Changes that mostly leave a value equal. */
export const gentleShapeChanges: readonly Change[] = [
  onMembers(rotated),
  withLosingDuplicate,
  withRespelledKey,
];

const withOneInPlaceOfAnother = onElements((elements, choice) =>
  elements.with(choice % elements.length, picked(elements, choice + 1)),
);

const withWinningDuplicate = onMembers((members, choice) => {
  const { key } = picked(members, choice);
  return [...members, { key, value: scalar(picked(["7", "null", "1.5", "[1.5]"], choice)) }];
});

const withOtherKey = onMembers((members, choice) => {
  const at = choice % members.length;
  const { key, value } = picked(members, at);
  const text = textOf(key) ?? "";
  const other = picked(
    [`${text} `, text.normalize("NFC"), text.normalize("NFD"), "__proto__", "0"],
    choice,
  );
  return members.with(at, { key: JSON.stringify(other), value });
});

const withOneMore: Change = (node, choice) => {
  const value = scalar(picked(["null", "0", '""'], choice));
  switch (node.kind) {
    case "scalar":
      return undefined;
    case "array":
      return array([...node.elements, value]);
    case "object":
      return object([
        ...node.members,
        { key: picked(['"a"', '"10"', '"__proto__"'], choice), value },
      ]);
  }
};

const flattened = onElements((elements, choice) => {
  const inner = picked(elements, choice);
  if (inner.kind !== "array") return undefined;
  return elements.toSpliced(choice % elements.length, 1, ...inner.elements);
});

const stringOf = (node: JsonNode | undefined) =>
  node?.kind === "scalar" ? textOf(node.token) : undefined;

/** Two strings as one that looks like them when somebody forgets to quote. */
const joined = onElements((elements, choice) => {
  const at = elements.findIndex(
    (_, index) =>
      stringOf(elements[index]) !== undefined && stringOf(elements[index + 1]) !== undefined,
  );
  if (at === -1) return undefined;
  const text = `${stringOf(elements[at])}${picked(['","', ",", ""], choice)}${stringOf(elements[at + 1])}`;
  return elements.toSpliced(at, 2, scalar(JSON.stringify(text)));
});

const asItsOwnText: Change = (node) => scalar(JSON.stringify(write(node, "")));

const asOtherContainer: Change = (node) => {
  switch (node.kind) {
    case "scalar":
      return undefined;
    case "array":
      return object(node.elements.map((value, index) => ({ key: `"${index}"`, value })));
    case "object":
      return array(node.members.map(({ key, value }) => array([scalar(key), value])));
  }
};

/** Deep, but not deeper than the service takes. */
const nestedDeeper: Change = (node, choice) => {
  const levels = choice % 50 === 0 ? 150 : 1 + (choice % 3);
  return Array.from({ length: levels }).reduce<JsonNode>((inner) => array([inner]), node);
};

/** Changes that mostly make another value of it, if only just. */
export const harshShapeChanges: readonly Change[] = [
  reorderedElements,
  onElements(without),
  onElements((elements, choice) => [...elements, picked(elements, choice)]),
  withOneInPlaceOfAnother,
  flattened,
  joined,
  asItsOwnText,
  onMembers(without),
  withOneMore,
  withOneMore,
  withWinningDuplicate,
  withOtherKey,
  asOtherContainer,
  nestedDeeper,
];
