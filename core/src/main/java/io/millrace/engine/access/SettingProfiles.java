package io.millrace.engine.access;

import io.millrace.base.error.DbException;
import io.millrace.base.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All settings profiles by name, each with what it says itself. Immutable. */
public record SettingProfiles(Map<String, List<ProfileElement>> byName) {
    /** The one that applies to everybody, below their own. */
    public static final String DEFAULT = "default";

    static final SettingProfiles NONE = new SettingProfiles(Map.of());

    public SettingProfiles {
        byName = Map.copyOf(byName);
    }

    /**
     * What a profile says, with everything it inherits in front of it.
     *
     * @throws DbException THERE_IS_NO_PROFILE; BAD_ARGUMENTS if profiles inherit each other in a circle
     */
    public List<ProfileElement.Of> elements(String profile) {
        return flat(List.of(new ProfileElement.Inherit(profile)));
    }

    /** The same elements, with those of inherited profiles in the places of their names. */
    List<ProfileElement.Of> flat(List<ProfileElement> elements) {
        List<ProfileElement.Of> result = new ArrayList<>();
        flatten(elements, new LinkedHashSet<>(), result);
        return result;
    }

    private void flatten(List<ProfileElement> elements, Set<String> above, List<ProfileElement.Of> result) {
        for (ProfileElement element : elements) {
            switch (element) {
                case ProfileElement.Of one -> result.add(one);
                case ProfileElement.Inherit(String name) -> {
                    List<ProfileElement> inherited = byName.get(name);
                    if (inherited == null) {
                        throw new DbException(
                                ErrorCode.THERE_IS_NO_PROFILE,
                                "There is no settings profile `" + name + "` in `user directories`");
                    }
                    if (!above.add(name)) {
                        throw new DbException(
                                ErrorCode.BAD_ARGUMENTS,
                                "Settings profiles inherit each other in a circle: " + String.join(" -> ", above)
                                        + " -> " + name);
                    }
                    flatten(inherited, above, result);
                    above.remove(name);
                }
            }
        }
    }
}
