/// How well a ventricle pumps, as a grade.
enum FunctionWords {
    static func left(_ grade: Severity) -> Topic {
        topic(.leftVentricle, Claim(.systolicDysfunction, grade: grade), grade)
    }

    static func right(_ grade: Severity) -> Topic {
        let general = topic(.rightVentricle, Claim(.rightVentricleDysfunction, grade: grade), grade)
        let own = grade == .normal ? strongRight : weakRight
        let patterns = general.patterns.merging(own) { $0 + $1 }
        return Topic(general.section, general.claims, patterns, general.slots)
    }

    private static func topic(_ chamber: Chamber, _ claim: Claim, _ grade: Severity) -> Topic {
        Topic(
            chamber.section, [claim], grade == .normal ? normal : weak,
            chamber.slots.merging(GradeWords.slots(grade)) { $1 })
    }

    private static let normal: Topic.Patterns = [
        .telegram: [
            "{short} function [normal|preserved|good|nl]", "normal {short} systolic function",
            "{short} contracts well", "Good {short} function",
        ],
        .prose: [
            "The {adjective} systolic function is [normal|preserved]",
            "The systolic function of the {chamber} is [normal|preserved|within normal limits]",
            "The {chamber} [contracts|pumps] [well|normally]",
            "[Overall|Global] {adjective} function is [normal|preserved]",
            "The {chamber} has [normal|preserved] systolic function",
            "There is normal {adjective} systolic function",
            "The contraction of the {chamber} is normal",
        ],
        .dictation: [
            "The {chamber} squeezes well", "Systolic function of the {chamber} looks [normal|good]",
            "The {chamber} [looks|appears] to contract normally", "{adjective} function is good",
        ],
        .capitals: [
            "Normal {adjective} systolic function", "{adjective} systolic function is [preserved|normal]",
            "{adjective} function normal", "Preserved {adjective} function",
        ],
        .fields: [
            "{short} systolic function: [normal|preserved]",
            "{adjective} pump function: [normal|preserved|good]",
            "Systolic function of the {chamber}: normal",
        ],
        .query: [
            "normal {adjective} function", "normal {short} function", "preserved {short} systolic function",
            "good {adjective} systolic function",
        ],
        .letter: [
            "The pump function found for the {chamber} is that of a healthy one",
            "Nothing abnormal was found in the systolic function of the {chamber}",
            "As for its function, the {chamber} contracts within the normal range",
        ],
    ]

    private static let weak: Topic.Patterns = [
        .telegram: [
            "{short} function {ab} {reduced}", "{abn} {short} dysfunction",
            "{adj} {short} [systolic|] dysfunction",
            "{short} systolic dysfunction, {adj}",
        ],
        .prose: [
            "The systolic function of the {chamber} is {adv} {reduced}",
            "[Overall|Global|The] {adjective} [systolic|] function is {adv} {reduced}",
            "There is {adj} {adjective} systolic dysfunction",
            "There is {adj} [reduction|impairment] of {adjective} systolic function",
            "The {chamber} has {adv} {reduced} systolic function",
            "The {chamber} contracts with {adv} {reduced} function",
            "The contraction of the {chamber} is {adv} {reduced}",
        ],
        .dictation: [
            "The {chamber} squeezes [poorly|less than it should], I would say {adv} {reduced} function",
            "Systolic function of the {chamber} looks {adv} {reduced}",
            "I see {adj} dysfunction of the {chamber}", "{adjective} function here is {adv} {reduced}",
        ],
        .capitals: [
            "{adj} {adjective} systolic dysfunction", "{adv} {reduced} {adjective} systolic function",
            "{adjective} function {adv} {reduced}", "{adj} depression of {adjective} function",
        ],
        .fields: [
            "{short} systolic function: {adv} {reduced}", "{adjective} pump function: {adv} {reduced}",
            "{short} systolic dysfunction: {adj}", "Systolic function of the {chamber}: {adv} {reduced}",
        ],
        .query: [
            "{adv} {reduced} {adjective} function", "{adv} {reduced} {short} function",
            "{adj} {short} dysfunction",
            "{adj} {adjective} systolic dysfunction", "{short} dysfunction, {adj}",
        ],
        .letter: [
            "The pump function found for the {chamber} is {adv} below normal",
            "The systolic function of the {chamber} was found {adv} [weakened|diminished]",
            "As for its function, the {chamber} shows {adj} weakness",
        ],
    ]

    private static let strongRight: Topic.Patterns = [
        .prose: [
            "The free wall of the right ventricle and the tricuspid annulus move normally",
            "Excursion of the tricuspid annulus is normal",
        ],
        .query: ["normal right ventricular free wall motion"],
    ]

    private static let weakRight: Topic.Patterns = [
        .prose: [
            "The free wall of the right ventricle moves {adv} less than normal",
            "Excursion of the tricuspid annulus and motion of the free wall are {adv} reduced",
        ],
        .telegram: ["RV free wall motion {ab} {reduced}"],
        .query: ["{adv} {reduced} right ventricular free wall motion"],
    ]
}
