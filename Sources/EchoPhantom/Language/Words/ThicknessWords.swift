/// How thick the left ventricle's walls are, as a grade.
enum ThicknessWords {
    static func topic(_ grade: Severity) -> Topic {
        Topic(
            .leftVentricle, [Claim(.hypertrophy, grade: grade)], grade == .normal ? normal : thick,
            GradeWords.slots(grade))
    }

    private static let normal: Topic.Patterns = [
        .telegram: ["No LVH", "Wall thickness [normal|nl]", "Walls normal", "LV walls not thickened"],
        .prose: [
            "[The|] wall thickness [of the left ventricle|] is [normal|within normal limits]",
            "The left ventricular walls are [of normal thickness|not thickened]",
            "There is no [left ventricular hypertrophy|hypertrophy of the left ventricle|hypertrophy]",
            "No left ventricular hypertrophy is {seen}", "The walls have a normal thickness",
        ],
        .dictation: [
            "The walls [look|are] normal in thickness", "I see no hypertrophy of the left ventricle",
            "The walls of the left ventricle are not thick",
        ],
        .capitals: [
            "Normal left ventricular wall thickness", "No left ventricular hypertrophy", "No LVH",
            "LV wall thickness is normal",
        ],
        .fields: [
            "LV walls: [normal|normal thickness|not thickened]",
            "Left ventricular hypertrophy: [none|absent]",
            "Wall thickness: [normal|within normal limits]",
        ],
        .query: [
            "no LVH", "normal wall thickness", "no left ventricular hypertrophy",
            "normal left ventricular walls",
            "without hypertrophy",
        ],
        .letter: [
            "The walls of the left ventricle do not exceed a normal thickness",
            "Thickening of the left ventricular walls was not found",
        ],
    ]

    private static let thick: Topic.Patterns = [
        .telegram: [
            "{adj} LVH", "{abn} LVH", "LV walls {adv} thickened", "LVH, {adj}", "{adj} [concentric|] LVH",
        ],
        .prose: [
            "There is {adj} [concentric|] left ventricular hypertrophy",
            "The walls of the left ventricle are {adv} [thickened|hypertrophied]",
            "[The|] wall thickness [of the left ventricle|] is {adv} increased",
            "{adj} hypertrophy of the left ventricle is {seen}",
            "The left ventricular walls are {adv} thickened",
            "The left ventricle shows {adj} [concentric|] hypertrophy",
        ],
        .dictation: [
            "The walls [look|are] {adv} thickened",
            "I see {adj} [concentric|] hypertrophy of the left ventricle",
            "We have {adj} LVH here", "The walls of the left ventricle are thick, {adv} so",
        ],
        .capitals: [
            "{adj} [concentric|] left ventricular hypertrophy", "{adj} LVH", "LV walls {adv} thickened",
            "{adv} increased left ventricular wall thickness",
        ],
        .fields: [
            "LV walls: {adv} thickened", "Left ventricular hypertrophy: {adj}",
            "Wall thickness: {adv} increased",
            "LV hypertrophy: {adj}",
        ],
        .query: [
            "{adj} LVH", "{adj} left ventricular hypertrophy", "{adv} thickened left ventricular walls",
            "{adv} increased wall thickness", "{adj} hypertrophy", "LVH {adj}",
        ],
        .letter: [
            "The walls of the left ventricle exceed a normal thickness, to a {adj} degree",
            "Thickening of the left ventricular walls was found, {adj} in degree",
        ],
    ]
}
