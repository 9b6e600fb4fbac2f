/// How wide the aortic root is.
enum RootWords {
    static func topic(_ grade: Severity) -> Topic {
        Topic(
            .aorta, [Claim(.aorticRootDilation, grade: grade)], grade == .normal ? normal : wide,
            GradeWords.slots(grade))
    }

    private static let normal: Topic.Patterns = [
        .telegram: [
            "Aortic root [normal|not dilated|nl]", "Root normal, aorta ok", "No aortic root dilation",
        ],
        .prose: [
            "The aortic root is [normal in size|not {dilated}|of normal width]",
            "There is no {dilation} of the aortic root", "The aortic root has a normal diameter",
        ],
        .dictation: ["The aortic root looks normal", "I see no {dilation} of the aortic root"],
        .capitals: ["Normal aortic root size", "Aortic root is not {dilated}", "No aortic root {dilation}"],
        .fields: ["Root diameter of the aorta: normal", "Aortic root size: [normal|not {dilated}]"],
        .query: ["normal aortic root", "no aortic root {dilation}", "aortic root not {dilated}"],
        .letter: ["As for the aortic root, its width lies within normal limits"],
    ]

    private static let wide: Topic.Patterns = [
        .telegram: [
            "Aortic root {ab} dilated", "{adj} aortic root {dilation}", "{ab} {dilated} aortic root",
        ],
        .prose: [
            "The aortic root is {adv} {dilated}", "There is {adj} {dilation} of the aortic root",
            "The diameter of the aortic root is {adv} increased", "A {adv} {dilated} aortic root is {seen}",
        ],
        .dictation: ["The aortic root looks {adv} {dilated}", "I see {adj} {dilation} of the aortic root"],
        .capitals: [
            "{adj} aortic root {dilation}", "Aortic root {adv} {dilated}", "{adv} {dilated} aortic root",
        ],
        .fields: ["Aortic root size: {adv} {dilated}", "Aortic root {dilation}: {adj}"],
        .query: [
            "{adv} {dilated} aortic root", "{adj} aortic root {dilation}", "aortic root {adv} {dilated}",
        ],
        .letter: ["As for the aortic root, it is {adv} wider than normal"],
    ]
}
