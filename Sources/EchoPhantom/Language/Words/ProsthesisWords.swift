/// What sits in the aortic position: a stented valve by catheter, a surgeon's prosthesis, or neither.
enum ProsthesisWords {
    static func stented(isThere: Bool) -> Topic {
        Topic(
            .devices, [Claim(.stentedValve, present: isThere)], isThere ? there : absent,
            [
                "valve":
                    "[TAVR|TAVR valve|TAVI valve|TAVR prosthesis|transcatheter aortic valve|transcatheter aortic valve prosthesis|stented aortic bioprosthesis|bioprosthetic aortic valve in a stent]",
                "short": "[TAVR|TAVI]", "how": "[by catheter|through a catheter]",
                "frame": "[stent frame|metal frame|stent|metal stent frame]",
                "after": "transcatheter aortic valve replacement",
            ])
    }

    static func surgical(isThere: Bool) -> Topic {
        Topic(
            .devices, [Claim(.surgicalValve, present: isThere)], isThere ? there : absent,
            [
                "valve":
                    "[surgical aortic valve|surgical aortic prosthesis|SAVR prosthesis|surgical aortic valve prosthesis|sewn-in aortic valve]",
                "short": "[SAVR|surgical AVR]", "how": "[by a surgeon|surgically|in surgery]",
                "frame": "[sewing ring|sewing ring and struts]", "after": "surgical aortic valve replacement",
            ])
    }

    /// That the aortic valve is the heart's own.
    static let native = Topic(
        .aorticValve, [Claim(.stentedValve, present: false), Claim(.surgicalValve, present: false)], own)

    /// That a prosthesis, of whichever kind, opens well.
    static let opening = Topic(.aorticValve, [Claim(.aorticStenosis, grade: .normal)], open)

    private static let open: Topic.Patterns = [
        .telegram: ["Aortic prosthesis opens well", "Aortic prosthesis without stenosis"],
        .prose: [
            "The aortic valve prosthesis [opens well|is not narrowed]",
            "There is no stenosis of the prosthetic aortic valve",
        ],
        .capitals: ["No stenosis of the aortic valve prosthesis"],
        .fields: ["Stenosis of the aortic prosthesis: [none|absent]"],
        .letter: ["A narrowing of the aortic prosthesis was not found"],
    ]

    private static let there: Topic.Patterns = [
        .telegram: ["S/p {short}", "{short} in place", "{valve} in aortic position", "{short} valve seen"],
        .prose: [
            "[A|The] {valve} is {seen} in the aortic position",
            "The aortic valve has been replaced {how}, a {valve} is {seen}",
            "There is a {valve} [in the aortic root|in the aortic position] with its {frame}",
            "The {frame} of a {valve} is {seen} in the aortic root",
            "After {after} the prosthesis [sits|is seated] in the aortic position",
        ],
        .dictation: [
            "I see a {valve} in the aortic position", "There is a {valve}, I see its {frame}",
            "The valve in the aortic position is a {valve}",
        ],
        .capitals: [
            "{valve} in aortic position", "Status after {after}", "{valve} {seen}", "{short} in place",
        ],
        .fields: [
            "Aortic prosthesis: {valve}", "{valve}: [present|in place]",
            "Valve in the aortic position: {valve}",
        ],
        .query: ["{valve}", "{short}", "{after}", "{valve} in the aortic position", "s/p {short}"],
        .letter: [
            "In the aortic position a {valve} was found", "The aortic root holds the {frame} of a {valve}",
        ],
    ]

    private static let absent: Topic.Patterns = [
        .telegram: ["No {short}", "No {valve}"],
        .prose: ["No {valve} is {seen}", "There is no {valve} in the aortic position"],
        .dictation: ["I see no {valve}", "There is no {valve} here"],
        .capitals: ["No {valve}", "No {valve} {seen}"],
        .fields: ["{valve}: [none|absent]", "{after}: no sign of it"],
        .query: ["no {short}", "no {valve}", "without {after}"],
        .letter: ["In the aortic position a {valve} was not found"],
    ]

    private static let own: Topic.Patterns = [
        .telegram: ["Native AV", "Native aortic valve, no prosthesis", "No aortic prosthesis"],
        .prose: [
            "The aortic valve is native", "The native aortic valve is in place, no prosthesis is {seen}",
            "There is no prosthesis in the aortic position", "The aortic valve is the native one",
        ],
        .dictation: ["This is a native aortic valve", "I see no prosthesis in the aortic position"],
        .capitals: ["Native aortic valve", "No aortic valve prosthesis"],
        .fields: ["Aortic prosthesis: [none|absent]", "Kind of aortic valve: native"],
        .query: ["native aortic valve", "no aortic prosthesis", "no prosthetic aortic valve"],
        .letter: ["In the aortic position the native valve was found"],
    ]
}
