#include "template_stamp.h"

#include <math.h>

#include "box_hosts.h"
#include "canvas.h"
#include "points.h"

static bool is_read(const struct template_box *box)
{
    return box->shows == SHOWS_TEXT || box->shows == SHOWS_CODE;
}

static bool is_stamped(const struct template_box *box)
{
    return box->shows == SHOWS_HOSTS;
}

static points millimetres_of(double length)
{
    return (points)lround(length / MM(1) * POINTS_ONE);
}

static void check_pair(const struct template_box *hosts, double scale, const struct template_box *other,
                       struct faults *faults)
{
    if (is_stamped(hosts) && is_read(other) && box_hosts_stamp_reaches(hosts, scale, other))
        faults_add(faults, SEVERITY_WARNING, other->place,
                   MESSAGE("a stamp over hosts and date would reach into the box {1}", other->name),
                   MESSAGE("by seal, a stamp is {1} mm wide: keep it clear, or move the box {2}",
                           points_text(faults->arena, millimetres_of(hosts->seal)), hosts->name));
}

void template_check_stamp(const struct template *template, struct faults *faults)
{
    for (size_t i = 0; i < template->box_count; i++)
        for (size_t k = 0; k < template->box_count; k++)
            check_pair(&template->boxes[k], template->scale, &template->boxes[i], faults);
}
