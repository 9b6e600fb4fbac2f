package import Hummingbird
import EchoLedger
import NIOConcurrencyHelpers
import NIOCore

/// What a request carries along: who sent it, and from where.
package struct EchoContext: RequestContext {
    /// Hummingbird's own part.
    package var coreContext: CoreRequestContextStorage
    /// Who sent it; set before a route is called.
    var caller = Caller.unknown {
        didSet {
            let text = caller.actor.text
            known.withLockedValue { $0 = text }
        }
    }
    /// The caller's opaque id, for the log line that is written outside of where the caller is found out.
    let known = NIOLockedValueBox(AuditActor.unknown.text)
    /// The connection.
    let channel: any Channel

    /// Nobody has called yet.
    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// The other end's address; `nil` where there is no network.
    var peer: String? { channel.remoteAddress?.ipAddress }

    /// Ends the connection after the answer, so that what is still being sent is not read.
    func closeAfterAnswer() { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
}
