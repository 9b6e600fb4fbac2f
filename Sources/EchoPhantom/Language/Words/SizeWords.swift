/// How wide a chamber is.
enum SizeWords {
    static func topic(_ chamber: Chamber, _ grade: Severity) -> Topic {
        Topic(
            chamber.section, [Claim(chamber.dilation, grade: grade)], grade == .normal ? normal : wide,
            chamber.slots.merging(GradeWords.slots(grade)) { $1 })
    }

    private static let normal: Topic.Patterns = [
        .telegram: [
            "{short} [normal size|size normal|not dilated|not enlarged]", "[normal|nl] {short} size",
            "No {short} {dilation}", "{short} [nl|normal] in size",
        ],
        .prose: [
            "The {chamber} is [normal in size|of normal size|not {dilated}|not enlarged]",
            "There is no {dilation} of the {chamber}",
            "The size of the {chamber} is [normal|within normal limits]",
            "The {adjective} [cavity|chamber] has a normal size", "No {adjective} {dilation} is {seen}",
            "The {adjective} dimensions are [normal|within the normal range]",
        ],
        .dictation: [
            "I see a {chamber} of normal size", "The {chamber} [looks|appears] normal in size",
            "The {chamber} here is not {dilated}", "We have a normal sized {chamber}",
            "{chamber} size looks fine, it is not {dilated}",
        ],
        .capitals: [
            "Normal {adjective} size", "{chamber} normal in size", "No {adjective} {dilation}",
            "{adjective} size normal", "The {chamber} is not {dilated}",
        ],
        .fields: [
            "{short} size: [normal|not {dilated}|within normal limits]",
            "{chamber} size: [normal|not enlarged]",
            "{adjective} cavity: [normal|not {dilated}|normal size]", "{adjective} {dilation}: [none|absent]",
        ],
        .query: [
            "normal {chamber}", "normal {adjective} size", "normal {short} size", "normal sized {chamber}",
            "{chamber} not {dilated}", "no {adjective} {dilation}", "non-dilated {short}",
        ],
        .letter: [
            "As for the {chamber}, its size lies within normal limits",
            "The dimensions found for the {chamber} do not exceed the normal range",
            "On measuring the {chamber} one finds a normal cavity",
            "Enlargement of the {chamber} was not found",
        ],
    ]

    private static let wide: Topic.Patterns = [
        .telegram: [
            "{short} {ab} {dilated}", "{ab} {dilated} {short}", "{adj} {short} {dilation}",
            "{short} {adv} enlarged",
            "{short} {dilation}, {adj}", "{short} {ab} dil",
        ],
        .prose: [
            "The {chamber} is {adv} {dilated}", "There is {adj} {dilation} of the {chamber}",
            "The {adjective} cavity is {adv} {dilated}", "The {chamber} is {adv} increased in size",
            "The size of the {chamber} is {adv} increased", "A {adv} {dilated} {chamber} is {seen}",
            "{adj} {adjective} {dilation} is {seen}", "The {adjective} dimensions are {adv} increased",
        ],
        .dictation: [
            "We see a {adv} {dilated} {chamber}", "I see {adj} {dilation} of the {chamber}",
            "The {chamber} looks {adv} {dilated}", "The {chamber} here is {adv} {dilated}",
            "I would call the {chamber} {adv} {dilated}", "{chamber} size is increased, {adv} so",
        ],
        .capitals: [
            "{adj} {adjective} {dilation}", "{chamber} {adv} {dilated}", "{adv} {dilated} {chamber}",
            "{adjective} size {adv} increased", "The {chamber} is {adv} {dilated}",
            "{dilation} of {chamber}, {adj}",
        ],
        .fields: [
            "{short} size: {adv} [{dilated}|increased]", "{chamber} size: {adv} [{dilated}|increased]",
            "{adjective} cavity: {adv} {dilated}", "{adjective} {dilation}: {adj}",
            "{short} {dilation}: {adj}",
        ],
        .query: [
            "{adv} {dilated} {chamber}", "{adv} {dilated} {short}", "{adj} {adjective} {dilation}",
            "{adj} {short} {dilation}", "{short} {adv} {dilated}", "{chamber} {adv} {dilated}",
            "{adj} [dilation|dilatation] of the {chamber}", "enlarged {chamber}, {adj}",
        ],
        .letter: [
            "As for the {chamber}, it is {adv} larger than normal",
            "The dimensions found for the {chamber} are {adv} above the normal range",
            "On measuring the {chamber} one finds {adj} enlargement",
            "Enlargement of the {chamber}, to a {adj} degree, was found",
        ],
    ]
}
