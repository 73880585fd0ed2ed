#include "outputs.h"

#include "folders.h"

struct outputs outputs_in(struct arena *arena)
{
    return (struct outputs){.arena = arena};
}

void outputs_add(struct outputs *outputs, struct text name, struct text bytes)
{
    ARENA_RESERVE_ONE(outputs->arena, outputs->files, outputs->count, outputs->capacity);
    outputs->files[outputs->count++] = (struct file){name, bytes};
}

bool outputs_write(const struct outputs *outputs, const char *folder, struct arena scratch, struct faults *faults)
{
    return folder_make(folder, faults) && files_write(folder, outputs->files, outputs->count, scratch, faults) &&
           outputs_list(outputs, folder, scratch, faults);
}

bool outputs_list(const struct outputs *outputs, const char *folder, struct arena scratch, struct faults *faults)
{
    struct sink sink = sink_in(&scratch);
    for (size_t i = 0; i < outputs->count; i++) {
        sink_c(&sink, folder_path(folder, outputs->files[i].name, outputs->arena));
        sink_byte(&sink, '\n');
    }
    return output_write(sink_written(&sink), faults);
}
