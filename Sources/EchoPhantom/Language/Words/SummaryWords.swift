/// Several findings in one sentence.
enum SummaryWords {
    /// The left ventricle's size, function and ejection fraction; `nil` where only one of the first two is normal.
    static func ventricle(size: Severity, function: Severity, percent: Double) -> Topic? {
        guard (size == .normal) == (function == .normal) else { return nil }
        let stated = percent.rounded()
        return Topic(
            .leftVentricle,
            [
                Claim(.leftVentricleDilation, grade: size), Claim(.systolicDysfunction, grade: function),
                Claim(.ejectionFraction, value: stated),
            ], size == .normal ? goodVentricle : badVentricle,
            both(size, function).merging(["ef": "\(Int(stated))"]) { $1 })
    }

    /// A grade of function beside the percentage.
    static func function(_ grade: Severity, percent: Double) -> Topic {
        let stated = percent.rounded()
        let slots = GradeWords.slots(grade).merging(["ef": "\(Int(stated))"]) { $1 }
        return Topic(
            .leftVentricle,
            [Claim(.systolicDysfunction, grade: grade), Claim(.ejectionFraction, value: stated)],
            grade == .normal ? goodFunction : badFunction, slots)
    }

    /// Size and function of the right ventricle; `nil` where only one is normal.
    static func rightVentricle(size: Severity, function: Severity) -> Topic? {
        guard (size == .normal) == (function == .normal) else { return nil }
        return Topic(
            .rightVentricle,
            [
                Claim(.rightVentricleDilation, grade: size),
                Claim(.rightVentricleDysfunction, grade: function),
            ],
            size == .normal ? goodRight : badRight, both(size, function))
    }

    /// Both atria of one grade.
    static func atria(_ grade: Severity) -> Topic {
        Topic(
            .atria, [Claim(.leftAtriumDilation, grade: grade), Claim(.rightAtriumDilation, grade: grade)],
            grade == .normal ? smallAtria : wideAtria, GradeWords.slots(grade))
    }

    /// Slots of two grades: those of the first, and `adv2`, `adj2`.
    private static func both(_ first: Severity, _ second: Severity) -> [String: String] {
        let other = GradeWords.slots(second)
        return GradeWords.slots(first).merging(["adv2": other["adv"] ?? "", "adj2": other["adj"] ?? ""]) {
            $1
        }
    }

    private static let goodVentricle: Topic.Patterns = [
        .telegram: ["LV size and function normal, EF {ef}%", "LV not dilated, normal LVEF {ef}%"],
        .prose: [
            "The left ventricle is normal in size with normal systolic function and an ejection fraction of {ef}{pct}",
            "Size and systolic function of the left ventricle are normal, the ejection fraction is {ef}{pct}",
        ],
        .dictation: ["The left ventricle is of normal size and squeezes well with an EF of {ef}{pct}"],
        .capitals: ["Normal LV size and systolic function with EF {ef}%"],
        .fields: ["LV size and function: normal with LVEF {ef}%"],
        .query: ["normal sized left ventricle with EF {ef}%", "normal LV size and function, LVEF {ef}%"],
        .letter: ["A left ventricle of normal size and pump function was found, ejecting {ef}{pct}"],
    ]

    private static let badVentricle: Topic.Patterns = [
        .telegram: [
            "LV {adv} dilated, function {adv2} reduced, EF {ef}%",
            "{adj} LV dilation, LVEF {ef}%, {adv2} reduced",
        ],
        .prose: [
            "The left ventricle is {adv} {dilated} with {adv2} {reduced} systolic function and an ejection fraction of {ef}{pct}",
            "There is {adj} {dilation} of the left ventricle and {adj2} systolic dysfunction, the ejection fraction is {ef}{pct}",
        ],
        .dictation: [
            "We have a {adv} {dilated} left ventricle with {adv2} {reduced} function, EF {about} {ef}{pct}"
        ],
        .capitals: ["{adv} {dilated} left ventricle with {adv2} {reduced} systolic function, EF {ef}%"],
        .fields: ["LV size and function: {adv} {dilated}, {adv2} {reduced}, LVEF {ef}%"],
        .query: [
            "{adv} {dilated} left ventricle with {adv2} {reduced} function, EF {ef}%",
            "{adj} LV {dilation} and {adj2} dysfunction, LVEF {ef}%",
        ],
        .letter: ["A left ventricle was found that is {adv} wide and {adv2} weak, ejecting {ef}{pct}"],
    ]

    private static let goodFunction: Topic.Patterns = [
        .telegram: ["LV function normal, EF {ef}%"],
        .prose: [
            "Left ventricular systolic function is normal with an ejection fraction of {ef}{pct}",
            "With an ejection fraction of {ef}{pct} the systolic function of the left ventricle is normal",
        ],
        .capitals: ["Normal LV systolic function, EF {ef}%"],
        .fields: ["LV systolic function: normal, LVEF {ef}%"],
        .query: ["normal LV function with EF {ef}%", "preserved ejection fraction of {ef}%"],
        .letter: ["An ejection fraction of {ef}{pct}, and so a normal pump function, was found"],
    ]

    private static let badFunction: Topic.Patterns = [
        .telegram: ["LV function {adv} reduced, EF {ef}%", "{adj} LV dysfunction, EF {ef}%"],
        .prose: [
            "Left ventricular systolic function is {adv} {reduced} with an ejection fraction of {ef}{pct}",
            "The ejection fraction is {adv} {reduced} at {ef}{pct}",
        ],
        .capitals: ["{adv} {reduced} LV systolic function, EF {ef}%"],
        .fields: ["LV systolic function: {adv} {reduced}, LVEF {ef}%"],
        .query: ["{adv} {reduced} LV function with EF {ef}%", "{adv} {reduced} ejection fraction of {ef}%"],
        .letter: ["An ejection fraction of {ef}{pct}, and so a {adv} weak pump function, was found"],
    ]

    private static let goodRight: Topic.Patterns = [
        .telegram: ["RV size and function normal", "Normal RV"],
        .prose: [
            "The right ventricle is normal in size and function",
            "Size and systolic function of the right ventricle are normal",
        ],
        .capitals: ["Normal RV size and systolic function"],
        .fields: ["RV size and function: normal"],
        .query: ["normal right ventricle", "normal RV size and function"],
        .letter: ["A right ventricle of normal size and pump function was found"],
    ]

    private static let badRight: Topic.Patterns = [
        .telegram: ["RV {adv} dilated, function {adv2} reduced"],
        .prose: [
            "The right ventricle is {adv} {dilated} with {adv2} {reduced} systolic function",
            "There is {adj} {dilation} and {adj2} systolic dysfunction of the right ventricle",
        ],
        .dictation: ["We have a {adv} {dilated} right ventricle with {adv2} {reduced} function"],
        .capitals: ["{adv} {dilated} right ventricle with {adv2} {reduced} systolic function"],
        .fields: ["RV size and function: {adv} {dilated}, {adv2} {reduced}"],
        .query: ["{adv} {dilated} right ventricle with {adv2} {reduced} function"],
        .letter: ["A right ventricle was found that is {adv} wide and {adv2} weak"],
    ]

    private static let smallAtria: Topic.Patterns = [
        .telegram: ["Atria [normal size|not dilated]", "LA and RA normal size"],
        .prose: [
            "Both atria are normal in size", "Neither atrium is {dilated}",
            "The left and right atrium are of normal size",
        ],
        .capitals: ["Normal biatrial size", "Left and right atrium normal in size"],
        .fields: ["LA and RA size: normal"],
        .query: ["normal sized atria", "both atria normal in size"],
        .letter: ["As for the atria, both lie within normal limits"],
    ]

    private static let wideAtria: Topic.Patterns = [
        .telegram: ["{adj} biatrial {dilation}", "LA and RA {ab} dilated", "Both atria {ab} {dilated}"],
        .prose: [
            "Both atria are {adv} {dilated}", "There is {adj} biatrial {dilation}",
            "The left and right atrium are {adv} {dilated}",
        ],
        .dictation: ["I see {adj} {dilation} of both atria", "Both atria look {adv} {dilated}"],
        .capitals: ["{adj} biatrial {dilation}", "Left and right atrium {adv} {dilated}"],
        .fields: ["LA and RA size: {adv} {dilated}", "Biatrial {dilation}: {adj}"],
        .query: ["{adj} biatrial {dilation}", "both atria {adv} {dilated}"],
        .letter: ["As for the atria, both are {adv} larger than normal"],
    ]
}
