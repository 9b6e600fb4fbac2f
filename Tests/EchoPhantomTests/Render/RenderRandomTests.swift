import EchoPhantom
import Testing

@Suite("The renderer's random numbers") struct RenderRandomTests {
    /// Of the first 2.3 million seeds, those whose first even draw lies so close below 1 that its approximate logarithm is above 0.
    @Test("are finite at the rim of the logarithm", arguments: [715_079, 2_219_937, 2_295_538] as [UInt64])
    func finiteAtTheRim(seed: UInt64) {
        var random = RenderRandom(seed)
        #expect(random.bell(3, 2).isFinite)
    }
}
