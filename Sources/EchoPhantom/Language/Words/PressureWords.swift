/// The pulmonary artery's systolic pressure, as a number or a grade.
enum PressureWords {
    static func value(_ pressure: Double) -> Topic {
        let stated = pressure.rounded()
        return Topic(
            .pulmonaryPressure, [Claim(.pulmonaryPressure, value: stated)], values,
            ["value": "\(Int(stated))"])
    }

    static func grade(_ grade: Severity) -> Topic {
        Topic(
            .pulmonaryPressure, [Claim(.pulmonaryPressure, grade: grade)], grade == .normal ? normal : high,
            GradeWords.slots(grade))
    }

    private static let values: Topic.Patterns = [
        .telegram: ["[PASP|RVSP] {value} mmHg", "PASP ca {value} mmHg", "systolic PAP {value} mmHg"],
        .prose: [
            "The pulmonary artery systolic pressure is [estimated at|estimated to be|{about}] {value} {mmhg}",
            "The right ventricular systolic pressure is [estimated at|{about}] {value} {mmhg}",
            "The estimated systolic pulmonary [artery|] pressure is {value} {mmhg}",
            "Systolic pressure in the pulmonary artery is [near|] {value} {mmhg}",
        ],
        .dictation: [
            "I estimate the [PASP|RVSP|pulmonary artery systolic pressure] at {value} {mmhg}",
            "Pulmonary pressure comes to {value} {mmhg}", "RVSP here is {about} {value} {mmhg}",
        ],
        .capitals: [
            "[PASP|RVSP] is {value} mmHg", "Estimated PA systolic pressure {value} mmHg",
            "Right ventricular systolic pressure is {value} mmHg",
            "Pulmonary artery systolic pressure {value} mmHg",
        ],
        .fields: [
            "[PASP|RVSP]: {value} mmHg", "Systolic pulmonary artery pressure: {value} {mmhg}",
            "Right ventricular systolic pressure: {value} mmHg",
        ],
        .query: [
            "[PASP|RVSP] {value} mmHg", "[PASP|RVSP] {value}",
            "pulmonary artery systolic pressure {value} {mmhg}",
            "right ventricular systolic pressure {value} mmHg", "pulmonary pressure {value} mmHg",
        ],
        .letter: ["For the systolic pressure of the pulmonary artery a value of {value} {mmhg} was found"],
    ]

    private static let normal: Topic.Patterns = [
        .telegram: ["No PH", "PASP normal", "PA pressure nl", "RVSP normal"],
        .prose: [
            "The pulmonary [artery|] pressure is normal", "There is no pulmonary hypertension",
            "No sign of pulmonary hypertension is {seen}", "Pulmonary artery pressure is not elevated",
        ],
        .dictation: ["I see no sign of pulmonary hypertension", "Pulmonary pressure looks normal"],
        .capitals: ["No pulmonary hypertension", "Normal pulmonary artery pressure", "RVSP is normal"],
        .fields: ["Pulmonary hypertension: [none|absent]", "Pressure of the pulmonary artery: normal"],
        .query: ["no pulmonary hypertension", "normal [PASP|RVSP]", "normal pulmonary artery pressure"],
        .letter: ["Nothing was found that would speak for pulmonary hypertension"],
    ]

    private static let high: Topic.Patterns = [
        .telegram: ["{adj} PH", "{adj} pulmonary hypertension", "PASP {ab} elevated", "RVSP {adv} elevated"],
        .prose: [
            "There is {adj} pulmonary hypertension",
            "The pulmonary [artery|] pressure is {adv} [elevated|increased|raised]",
            "Right ventricular systolic pressure is {adv} [elevated|increased]",
            "{adj} pulmonary hypertension is {seen}",
        ],
        .dictation: [
            "I see {adj} pulmonary hypertension", "Pulmonary pressure looks {adv} [elevated|raised]",
        ],
        .capitals: [
            "{adj} pulmonary hypertension", "[PASP|RVSP] {adv} elevated", "Pulmonary hypertension, {adj}",
        ],
        .fields: ["Pulmonary hypertension: {adj}", "Pressure of the pulmonary artery: {adv} elevated"],
        .query: [
            "{adj} pulmonary hypertension", "{adv} elevated [PASP|RVSP]", "{adj} PH",
            "{adv} elevated pulmonary artery pressure",
        ],
        .letter: ["Pulmonary hypertension of {adj} degree was found"],
    ]
}
