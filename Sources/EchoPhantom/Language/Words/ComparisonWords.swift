/// What a study changed against the one before it.
enum ComparisonWords {
    /// That nothing did.
    static let steady = Topic(.comparison, [], unchanged, prior)

    /// One change; claims are those of the study itself that the sentence repeats.
    static func topic(_ event: CourseEvent, from old: StudyFindings, to new: StudyFindings) -> Topic {
        var slots = prior
        var claims: [Claim] = []
        var patterns = said(of: event)
        switch event {
        case .ejectionFractionFell, .ejectionFractionRecovered:
            let stated = new.ejectionFraction.rounded()
            slots["old"] = "\(Int(old.ejectionFraction.rounded()))"
            slots["new"] = "\(Int(stated))"
            claims = [Claim(.ejectionFraction, value: stated)]
        case .effusionAppeared:
            slots["size"] = GradeWords.slots(new.effusion)["size"]
            claims = [Claim(.effusion, grade: new.effusion)]
        case .effusionResolved: claims = [Claim(.effusion, grade: .normal)]
        case .pacemakerImplanted: claims = [Claim(.pacemakerLead, present: true)]
        case .mitralClipped:
            let clips = new.devices.mitralClips
            slots["clips"] = clips == 1 ? "[one clip|a single clip|1 clip]" : "[two clips|2 clips]"
            claims = [Claim(.mitralClips, present: true), Claim(.mitralClips, value: Double(clips))]
            if new.mitralRegurgitation < old.mitralRegurgitation {
                patterns += [
                    "Since the [prior|previous] study {clips} [has|have] reduced the mitral regurgitation"
                ]
            }
        case .stentedValveImplanted: claims = [Claim(.stentedValve, present: true)]
        case .surgicalValveImplanted: claims = [Claim(.surgicalValve, present: true)]
        case .mitralRepaired: claims = [Claim(.mitralRing, present: true)]
        case .leftVentricleDilated, .leftAtriumDilated, .rightVentricleDilated: break
        }
        return Topic(.comparison, claims, [.prose: patterns, .letter: patterns.compactMap(letter)], slots)
    }

    /// The way of a pattern that the style kept out goes; `nil` where it has none.
    private static func letter(_ pattern: String) -> String? {
        guard pattern.hasPrefix("{comp}") else { return nil }
        return "Against the study before," + pattern.dropFirst("{comp}".count)
    }

    private static let prior = [
        "comp":
            "[Compared with the [prior|previous] study,|In comparison with the [prior|previous] study,|Since the [prior|previous] study]"
    ]

    private static let unchanged: Topic.Patterns = [
        .telegram: ["Unchanged from prior", "No change from prior study"],
        .prose: [
            "There is no [significant|relevant] change compared with the [prior|previous] study",
            "{comp} there is no [significant|relevant] change",
            "The findings are unchanged since the previous study",
        ],
        .capitals: ["No significant change from prior study", "Unchanged compared with prior study"],
        .fields: ["Against the prior study: [unchanged|no significant change]"],
        .letter: ["Against the previous study nothing of importance was found to differ"],
    ]

    private static func said(of event: CourseEvent) -> [String] {
        switch event {
        case .ejectionFractionFell:
            [
                "{comp} the ejection fraction has [fallen|decreased|dropped] from {old}{pct} to {new}{pct}",
                "The ejection fraction has [fallen|worsened] to {new}{pct}, it was {old}{pct} in the prior study",
            ]
        case .ejectionFractionRecovered:
            [
                "{comp} the ejection fraction has [risen|improved|recovered] from {old}{pct} to {new}{pct}",
                "The ejection fraction has [recovered|improved] to {new}{pct}, it was {old}{pct} in the prior study",
            ]
        case .leftVentricleDilated: widened("left ventricle")
        case .leftAtriumDilated: widened("left atrium")
        case .rightVentricleDilated: widened("right ventricle")
        case .effusionAppeared:
            [
                "{comp} a {size} pericardial effusion is new",
                "The {size} pericardial effusion was not there in the prior study",
            ]
        case .effusionResolved:
            [
                "{comp} the pericardial effusion has resolved",
                "The pericardial effusion of the prior study is gone",
            ]
        case .pacemakerImplanted:
            added("[pacemaker lead|pacing wire|device lead]")
        case .mitralClipped:
            [
                "{comp} the mitral valve has been treated with {clips}",
                "The mitral valve has received {clips} since the prior study",
            ]
        case .stentedValveImplanted: added("[TAVR valve|transcatheter aortic valve]")
        case .surgicalValveImplanted: added("[surgical aortic valve|surgical aortic prosthesis]")
        case .mitralRepaired: added("[mitral annuloplasty ring|mitral ring]")
        }
    }

    private static func widened(_ chamber: String) -> [String] {
        [
            "{comp} the \(chamber) has become [larger|wider]",
            "The \(chamber) is larger than in the [prior|previous] study",
            "{comp} the \(chamber) has [dilated|enlarged]",
        ]
    }

    private static func added(_ device: String) -> [String] {
        [
            "{comp} a \(device) has been [implanted|placed]",
            "The \(device) is new since the [prior|previous] study",
        ]
    }
}
