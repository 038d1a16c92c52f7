package io.github.iisaudit.whatif;

import io.github.iisaudit.directory.Delegation;
import io.github.iisaudit.kerberos.ApplicationTickets;
import io.github.iisaudit.kerberos.Opener;
import io.github.iisaudit.kerberos.TicketVerdict;
import io.github.iisaudit.kerberos.WindowsAuthentication;
import java.util.List;
import java.util.Optional;

/** Judges where Kerberos is offered before and after by what the directory has, which leaves no doubt about names. */
final class DirectoryJudge {

    private final Situation before;
    private final Situation after;
    private final List<String> rivals;

    /** @param neighbours the applications under the same names, after the change */
    DirectoryJudge(Situation before, Situation after, Neighbours neighbours) {
        this.before = before;
        this.after = after;
        this.rivals = neighbours.othersThan(after.account());
    }

    /** What is certain; empty where the directory does not tell, or where it makes no difference. */
    Optional<Judgement> judge() {
        ApplicationTickets was = before.tickets().orElse(null);
        ApplicationTickets is = after.tickets().orElse(null);
        if (was == null || is == null || !isTold(was) || !isTold(is)) {
            return Optional.empty();
        }
        boolean isWorking = was.verdict() == TicketVerdict.WORKS;
        if (isWorking && is.verdict() == TicketVerdict.WORKS) {
            return lostDelegation(was, is);
        } else if (isWorking) {
            return Optional.of(broken(is));
        } else if (is.verdict() == TicketVerdict.WORKS) {
            return Optional.of(
                    Judgement.fixes("Kerberos works then: " + is.reason() + "; so far " + was.reason() + place()));
        }
        return Optional.of(Judgement.noChange(
                "Kerberos works neither before nor after: " + was.reason() + "; then " + is.reason() + place()));
    }

    private static boolean isTold(ApplicationTickets tickets) {
        return tickets.isInUse() && tickets.verdict() != TicketVerdict.UNKNOWN;
    }

    private Judgement broken(ApplicationTickets is) {
        boolean isFit =
                is.opener().filter(o -> o.account().isPresent() && !o.isUnfit()).isPresent();
        boolean isMovable = is.opener()
                .filter(o -> is.names().stream().noneMatch(name -> name.isKeptFrom(o)))
                .isPresent();
        String reason = "Kerberos works now and fails then: " + is.reason();
        if (isFit && isMovable && rivals.isEmpty()) {
            return new Judgement(Verdict.SPN_MOVE_NEEDED, reason + place());
        }
        String why = isFit && isMovable
                ? ". The name cannot move along: " + Neighbours.some(rivals)
                        + (rivals.size() == 1 ? " answers" : " answer") + " to it too, and another account decrypts the"
                        + " service tickets there"
                : "";
        return Judgement.breaks(reason + why + place());
    }

    private Optional<Judgement> lostDelegation(ApplicationTickets was, ApplicationTickets is) {
        Delegation now = was.opener().map(Opener::delegation).orElse(Delegation.UNSEEN);
        Delegation then = is.opener().map(Opener::delegation).orElse(Delegation.UNSEEN);
        boolean isLost = before.impersonates() && now.isAllowed() && then.kind() == Delegation.Kind.NONE;
        return isLost
                ? Optional.of(Judgement.breaks("code here runs as the caller, and "
                        + is.opener().map(Opener::name).orElse("")
                        + ", which decrypts the service tickets then, may not"
                        + " delegate"
                        + place()))
                : Optional.empty();
    }

    /** The line that decides now. */
    private String place() {
        Place place = null;
        for (String attribute : new String[] {
            WindowsAuthentication.KERNEL_MODE, WindowsAuthentication.POOL_CREDENTIALS, WindowsAuthentication.ENABLED
        }) {
            place = place == null ? before.places().get(attribute) : place;
        }
        return place == null ? "" : " (" + place + ")";
    }
}
