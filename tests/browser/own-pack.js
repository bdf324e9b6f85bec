/**
 * A pack of a reader's own. Its points are high enough for a caution even after the language model, which knows nothing
 * of it, has disagreed. @param {string} last the last of what its rule must let pass
 */
export const ownPack = (last = "nothing here") => `category = "hate"

[[rule]]
id = "zorbleflux"
when = ["zorbleflux"]
act = 4
mode = "threatened"
target = 3
reason = "Says zorbleflux."
wrong = "It would be wrong if it is not."
match = ["our zorbleflux", "a zorbleflux", "zorbleflux here"]
allow = ["our flux", "a zorble", "${last}"]
`;
