/// How much a valve leaks or is narrowed.
enum LesionWords {
    static func topic(_ lesion: ValveLesion, _ grade: Severity) -> Topic {
        var patterns = grade == .normal ? none : some
        if lesion == .aorticStenosis {
            patterns.merge(grade == .normal ? freeCusps : stiffCusps) { $0 + $1 }
        }
        return Topic(
            lesion.section, [Claim(lesion.attribute, grade: grade)], patterns,
            lesion.slots.merging(GradeWords.slots(grade)) { $1 })
    }

    private static let freeCusps: Topic.Patterns = [
        .telegram: ["Aortic cusps thin, open well"],
        .prose: ["The aortic cusps are thin and open well", "The cusps of the aortic valve open freely"],
        .query: ["thin aortic cusps", "aortic cusps that open well"],
    ]

    private static let stiffCusps: Topic.Patterns = [
        .telegram: ["Aortic cusps thick, opening {adv} reduced"],
        .prose: [
            "The aortic cusps are [thick|calcified] and their opening is {adv} [restricted|reduced]",
            "Opening of the aortic cusps is {adv} [restricted|reduced]",
        ],
        .query: ["aortic cusps with {adv} restricted opening", "{adj} calcific aortic stenosis"],
    ]

    private static let none: Topic.Patterns = [
        .telegram: ["No {short}", "{valve} ok, no {short}", "No {lesion}", "{valve} {healthy}"],
        .prose: [
            "There is no {lesion}", "The {valve} {healthy}", "No {lesion} is [{seen}|detected]",
            "The {valve} shows no {what}", "The {valve} {healthy}, there is no {bare}",
        ],
        .dictation: [
            "I see no {lesion}", "The {valve} looks fine, no {what}", "The {valve} {healthy}",
            "No {short} that I can see",
        ],
        .capitals: ["No {lesion}", "No evidence of {lesion}", "{valve} without {what}"],
        .fields: ["{lesion}: [none|absent]", "{what} of the {valve}: none"],
        .query: ["no {lesion}", "no {short}", "{valve} without {what}", "absence of {lesion}"],
        .letter: [
            "A {what} of the {valve} was not found", "Nothing was found that would speak for {lesion}",
        ],
    ]

    private static let some: Topic.Patterns = [
        .telegram: [
            "{adj} {short}", "{abn} {short}", "{short} {adj}", "{adj} {lesion}", "{valve} with {adj} {what}",
        ],
        .prose: [
            "There is {adj} {lesion}", "The {valve} is {adv} {affected}",
            "{adj} {lesion} is [{seen}|detected]",
            "There is {lesion} of {adj} degree",
            "The {valve} shows {adj} {bare}", "The {valve} has a {adj} {what}",
        ],
        .dictation: [
            "I see {adj} {lesion}", "We have {adj} {lesion} here", "The {valve} is {adv} {affected}",
            "The {lesion} I would call {adj}",
        ],
        .capitals: ["{adj} {lesion}", "{lesion}, {adj}", "{valve} is {adv} {affected}"],
        .fields: ["{lesion}: {adj}", "{what} of the {valve}: {adj}"],
        .query: ["{adj} {lesion}", "{adj} {short}", "{short} {adj}", "{adv} {affected} {valve}"],
        .letter: [
            "A {what} of the {valve} was found, {adj} in degree",
            "As for the {valve}, it suffers from {adj} {bare}",
        ],
    ]
}
