import EchoCore
import EchoPhantom
import Testing

@Suite("Ventricle volumes") struct VentricleVolumesTests {
    @Test("give the anatomy's ejection fraction where all walls move alike", arguments: UInt64(0)..<60)
    func givesTheTarget(seed: UInt64) {
        let anatomy = PhantomCase.anatomy(seed)
        let volumes = VentricleVolumes(anatomy)
        #expect(abs(volumes.ejectionFraction - Double(anatomy.ejectionFraction)) < 0.5)
    }

    @Test("grow with the radius", arguments: UInt64(0)..<10)
    func growWithTheRadius(seed: UInt64) {
        var anatomy = PhantomCase.anatomy(seed)
        var last = 0.0
        for radius in stride(from: Float(1.8), through: 3.6, by: 0.3) {
            anatomy.leftVentricleRadius = radius
            let volume = VentricleVolumes(anatomy).endDiastolic
            #expect(volume > last)
            last = volume
        }
    }

    @Test("eject less where a region hardly moves", arguments: [WallMotion.anterior, .inferior, .apical])
    func ejectLess(motion: WallMotion) {
        for seed in UInt64(0)..<10 {
            var anatomy = PhantomCase.anatomy(seed)
            anatomy.ejectionFraction = 60
            anatomy.wallMotion = motion
            let fraction = VentricleVolumes(anatomy).ejectionFraction
            #expect(fraction < 57 && fraction > 15)
        }
    }

    @Test("of an average heart are those of an adult")
    func areAnAdults() {
        let volumes = VentricleVolumes(HeartAnatomy())
        #expect((80.0...160).contains(volumes.endDiastolic))
    }
}
