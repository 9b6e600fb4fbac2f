import EchoPhantom
import Testing

@Suite("Course") struct CourseTests {
    private static let several = PopulationTests.patients.filter { $0.studies.count > 1 }
    private static let pairs = several.flatMap { zip($0.studies, $0.studies.dropFirst()) }

    @Test("somewhat less than half of the patients with several studies change")
    func isMostlySteady() {
        let eventful = Self.several.count { $0.studies.contains { !$0.truth.changes.isEmpty } }
        #expect((0.4...0.55).contains(Double(eventful) / Double(Self.several.count)))
    }

    @Test("no device is ever lost, and no clip")
    func keepsDevices() {
        for (old, new) in Self.pairs {
            let (before, after) = (old.truth.findings.devices, new.truth.findings.devices)
            #expect(after.mitralClips >= before.mitralClips)
            #expect(after.hasPacemakerLead || !before.hasPacemakerLead)
            #expect(after.hasMitralRing || !before.hasMitralRing)
            #expect(after.aorticValve == before.aorticValve || before.aorticValve == .native)
        }
    }

    @Test("the changes are what two studies' findings differ by")
    func namesDifferences() {
        for (old, new) in Self.pairs {
            let (before, after, changes) = (old.truth.findings, new.truth.findings, Set(new.truth.changes))
            let risen = after.ejectionFraction - before.ejectionFraction
            #expect(changes.contains(.ejectionFractionFell) == (risen <= -10))
            #expect(changes.contains(.ejectionFractionRecovered) == (risen >= 10))
            let widened = after.leftVentricleDiameter - before.leftVentricleDiameter
            #expect(changes.contains(.leftVentricleDilated) ? widened > 0.45 : widened < 0.75)
            let (wet, dry) = (after.effusion > .normal, before.effusion == .normal)
            #expect(changes.contains(.effusionAppeared) == (wet && dry))
            #expect(changes.contains(.effusionResolved) == (!wet && !dry))
        }
    }

    @Test("the changes name every new device")
    func namesDevices() {
        for (old, new) in Self.pairs {
            let (before, after) = (old.truth.findings.devices, new.truth.findings.devices)
            let changes = Set(new.truth.changes)
            #expect(
                changes.contains(.pacemakerImplanted) == (after.hasPacemakerLead != before.hasPacemakerLead))
            #expect(changes.contains(.mitralClipped) == (after.mitralClips > before.mitralClips))
            #expect(changes.contains(.mitralRepaired) == (after.hasMitralRing != before.hasMitralRing))
            let isNew = after.aorticValve != before.aorticValve
            #expect(changes.contains(.stentedValveImplanted) == (isNew && after.aorticValve == .stented))
            #expect(changes.contains(.surgicalValveImplanted) == (isNew && after.aorticValve == .surgical))
        }
    }

    @Test("a treated valve leaks or narrows less")
    func mendsValves() {
        for (_, new) in Self.pairs {
            let after = new.truth.findings
            if new.truth.changes.contains(.mitralClipped) { #expect(after.mitralRegurgitation <= .moderate) }
            if new.truth.changes.contains(.mitralRepaired) { #expect(after.mitralRegurgitation == .normal) }
            if after.devices.aorticValve != .native { #expect(after.aorticStenosis == .normal) }
        }
    }

    @Test("the shape stays for life; sizes without an event move by some hundredths")
    func keepsShape() {
        for (old, new) in Self.pairs {
            #expect(old.anatomy.shape == new.anatomy.shape)
            guard new.truth.changes.isEmpty else { continue }
            #expect(abs(new.anatomy.leftVentricleRadius / old.anatomy.leftVentricleRadius - 1) < 0.12)
            #expect(
                abs(new.truth.findings.ejectionFraction - old.truth.findings.ejectionFraction) < 10)
        }
    }

    @Test("studies follow each other by 20 to 900 days, most changes within 200")
    func spreadsDates() throws {
        var soon = 0
        var changed = 0
        for (old, new) in Self.pairs {
            let gap = try Self.day(new.truth.date) - Self.day(old.truth.date)
            #expect((20...900).contains(gap))
            guard !new.truth.changes.isEmpty else { continue }
            changed += 1
            soon += gap <= 200 ? 1 : 0
        }
        #expect(Double(soon) / Double(changed) > 0.6)
    }

    @Test("the laboratory mostly stays the same")
    func keepsSite() {
        let same = Self.pairs.count { $0.truth.site == $1.truth.site }
        #expect((0.75...0.95).contains(Double(same) / Double(Self.pairs.count)))
        #expect(Set(PopulationTests.patients.map { $0.studies[0].truth.site }).count == 4)
    }

    /// The Julian day number of a `YYYY-MM-DD`, by another way than the sources go.
    private static func day(_ text: String) throws -> Int {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        try #require(parts.count == 3 && text.count == 10)
        let (year, month, day) = (parts[0], parts[1], parts[2])
        try #require((1...12).contains(month) && (1...31).contains(day))
        let early = (month - 14) / 12
        return 1461 * (year + 4800 + early) / 4 + 367 * (month - 2 - 12 * early) / 12
            - 3 * ((year + 4900 + early) / 100) / 4 + day - 32075
    }
}
