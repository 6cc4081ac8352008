import type { GroupPoints } from "../results/group-points.js";
import { writtenFigure } from "../words/quantities.js";
import { useWords } from "../words/speech.js";

/** What each group of cases has earned. */
export function PointsTable({ groups }: { readonly groups: readonly GroupPoints[] }) {
  const { results } = useWords();
  return (
    <div class="wide">
      <table class="points">
        <thead>
          <tr>
            <th scope="col">{results.group}</th>
            <th scope="col" class="right">
              {results.groupCases}
            </th>
            <th scope="col" class="right">
              {results.groupPoints}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, passed, count, worth, earned }) => (
            <tr key={id} data-status={passed === count ? "ACCEPTED" : "WRONG_ANSWER"}>
              <th scope="row">{id ?? results.noGroup}</th>
              <td class="right">
                {passed}/{count}
              </td>
              <td class="right">
                {earned === undefined ? "?" : writtenFigure(earned)}/{writtenFigure(worth)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
