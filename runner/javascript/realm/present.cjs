// The process of this case: it knows the input.
(function present(kit) {
  "use strict";

  kit.process = kit.makeProcess(kit.inputText);
});
