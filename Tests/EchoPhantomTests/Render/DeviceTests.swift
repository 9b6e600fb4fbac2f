import EchoCore
import EchoPhantom
import Testing

@Suite("Devices in the picture") struct DeviceTests {
    /// A device, where it is best seen, and how it is put in.
    enum Device: CaseIterable {
        case lead, clip, ring, stent, surgical

        var structure: Structure {
            switch self {
            case .lead: .pacemakerLead
            case .clip: .mitralClip
            case .ring: .mitralRing
            case .stent: .stentedValve
            case .surgical: .surgicalValve
            }
        }

        var view: EchoView {
            switch self {
            case .lead: .apicalFourChamber
            case .clip, .ring: .apicalFourChamber
            case .stent, .surgical: .apicalThreeChamber
            }
        }

        func put(into anatomy: inout HeartAnatomy) {
            switch self {
            case .lead: anatomy.devices.hasPacemakerLead = true
            case .clip: anatomy.devices.mitralClips = 1
            case .ring: anatomy.devices.hasMitralRing = true
            case .stent: anatomy.devices.aorticValve = .stented
            case .surgical: anatomy.devices.aorticValve = .surgical
            }
        }
    }

    @Test("are bright where they are, in most clips of their view", arguments: Device.allCases)
    func areBright(device: Device) {
        var seen = 0
        for seed in UInt64(0)..<12 {
            let without = PhantomCase.anatomy(seed)
            var with = without
            device.put(into: &with)
            let clip = PhantomCase.clip(with, device.view, seed: seed)
            guard clip.structures.contains(device.structure) else { continue }
            seen += 1
            let bare = PhantomCase.grays(PhantomCase.clip(without, device.view, seed: seed), 0)
            let gains = zip(PhantomCase.grays(clip, 0), bare).map { Int($0) - Int($1) }
            let brighter = gains.filter { $0 > 30 }.count
            let darker = gains.filter { $0 < -30 }.count
            #expect(
                brighter > 25 && brighter > darker, "seed \(seed): \(brighter) brighter, \(darker) darker")
        }
        #expect(seen >= 8, "in view in \(seen) of 12 clips")
    }

    @Test("are not in a heart without them", arguments: EchoView.allCases)
    func areNotThereWithout(view: EchoView) {
        let devices: Set<Structure> = [
            .pacemakerLead, .mitralClip, .mitralRing, .stentedValve, .surgicalValve,
        ]
        for seed in UInt64(0)..<3 {
            let clip = PhantomCase.clip(PhantomCase.anatomy(seed), view, seed: seed)
            #expect(devices.isDisjoint(with: clip.structures))
        }
    }

    @Test("aside, fluid around the heart is dark and in the truth", arguments: UInt64(0)..<4)
    func fluidIsDark(seed: UInt64) {
        var anatomy = PhantomCase.anatomy(seed)
        anatomy.pericardialEffusion = 0
        let dry = PhantomCase.clip(anatomy, .shortAxisPapillary, seed: seed)
        anatomy.pericardialEffusion = 2
        let wet = PhantomCase.clip(anatomy, .shortAxisPapillary, seed: seed)
        #expect(
            wet.structures.contains(.pericardialEffusion) && !dry.structures.contains(.pericardialEffusion))
    }
}
