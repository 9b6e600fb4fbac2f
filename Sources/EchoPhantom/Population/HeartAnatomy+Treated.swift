extension HeartAnatomy {
    /// Gives the heart what had been put in before its first study, and takes away what that mended.
    mutating func treat(_ illness: Illness, _ random: inout PersonRandom) {
        devices.hasPacemakerLead = random.chance(illness.myopathy > 0.4 ? 0.28 : 0.17)
        let mitral = random.uniform(0...1)
        let leaks = mitralRegurgitation >= .moderate
        if mitral < (leaks ? 0.22 : 0.06) {
            clipMitralValve(&random)
        } else if mitral > (leaks ? 0.93 : 0.975) {
            repairMitralValve()
        }
        let aortic = random.uniform(0...1)
        let isNarrow = aorticStenosis >= .moderate
        if aortic < (isNarrow ? 0.22 : 0.05) {
            replaceAorticValve(with: .stented)
        } else if aortic > (isNarrow ? 0.92 : 0.975) {
            replaceAorticValve(with: .surgical)
        }
    }

    /// One or two clips; at most a moderate leak is left.
    mutating func clipMitralValve(_ random: inout PersonRandom) {
        devices.mitralClips = random.chance(0.5) ? 2 : 1
        let left: Severity = random.chance(0.25) ? .moderate : random.chance(0.65) ? .mild : .normal
        mitralRegurgitation = min(mitralRegurgitation, left)
    }

    /// A ring, and no leak.
    mutating func repairMitralValve() {
        devices.hasMitralRing = true
        mitralRegurgitation = .normal
    }

    /// Another valve, and no narrowing.
    mutating func replaceAorticValve(with valve: AorticValve) {
        devices.aorticValve = valve
        aorticStenosis = .normal
    }
}
